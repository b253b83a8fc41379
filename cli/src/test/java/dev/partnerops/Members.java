package dev.partnerops;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions that ArchUnit has no words for. */
final class Members {

  private Members() {}

  static ArchCondition<JavaMethod> fulfil(String what, Predicate<JavaMethod> condition) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                method, condition.test(method), method.getFullName() + ": " + what));
      }
    };
  }

  static ArchCondition<JavaClass> beFinal() {
    return new ArchCondition<>("be final") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean isFinal =
            type.getModifiers().contains(JavaModifier.FINAL)
                || type.getModifiers().contains(JavaModifier.ABSTRACT)
                || type.isEnum();
        events.add(new SimpleConditionEvent(type, isFinal, type.getName() + " is not final"));
      }
    };
  }
}
