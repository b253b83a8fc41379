package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Text to {@link Expression}, by jOOQ's parser; the one class of policies that touches jOOQ. What
 * SQL has beyond arithmetic, comparison, CASE, COALESCE, LEAST, GREATEST and ROUND is a fault, a
 * subquery too (SPEC section 3, RULES 42).
 */
final class ExpressionParser {

  private static final int MOST_DECIMALS = 18;
  private static final int MOST_SHOWN = 40;

  private final Reading reading;
  private final Clause clause;
  private boolean faulty;

  private ExpressionParser(Reading reading, Clause clause) {
    this.reading = reading;
    this.clause = clause;
  }

  /**
   * What a text says; empty where it is no expression, which is reported.
   *
   * @param clause what is defined by it, for faults
   */
  static Optional<Expression> parse(Reading reading, Clause clause, String text) {
    String sql = ExpressionText.sql(reading, clause, text);
    if (sql.isEmpty()) {
      if (text.isBlank()) {
        reading.fault(clause.line(), "expr.empty", clause.path());
      }
      return Optional.empty();
    }
    // It greets whoever uses it first, on stdout.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    ExpressionParser parser = new ExpressionParser(reading, clause);
    try {
      Expression expression = parser.read(DSL.using(SQLDialect.H2).parser().parseField(sql));
      return parser.faulty ? Optional.empty() : Optional.of(expression);
    } catch (ParserException notRead) {
      String rest = sql.substring(Math.clamp(notRead.position(), 0, sql.length()));
      if (rest.isBlank()) {
        reading.fault(clause.line(), "expr.ends", clause.path());
      } else {
        reading.fault(clause.line(), "expr.syntax", clause.path(), shown(rest));
      }
      return Optional.empty();
    }
  }

  private Expression read(@Nullable Field<?> field) {
    return switch (field) {
      case null -> missing();
      case Param<?> written -> constant(written);
      case TableField<?, ?> name -> new Expression.Name(name.getName());
      case QOM.Add<?> sum -> arithmetic(Expression.Sign.PLUS, sum.$arg1(), sum.$arg2());
      case QOM.Sub<?> less -> arithmetic(Expression.Sign.MINUS, less.$arg1(), less.$arg2());
      case QOM.Mul<?> times -> arithmetic(Expression.Sign.TIMES, times.$arg1(), times.$arg2());
      case QOM.Div<?> by -> arithmetic(Expression.Sign.DIVIDED, by.$arg1(), by.$arg2());
      case QOM.Neg<?> negated -> new Expression.Negated(read(negated.$arg1()));
      case QOM.Round<?> round -> rounded(round);
      case QOM.Coalesce<?> first -> new Expression.Coalesced(all(first.$arg1()));
      case QOM.Least<?> least -> new Expression.Extreme(false, all(least.$arg1()));
      case QOM.Greatest<?> greatest -> new Expression.Extreme(true, all(greatest.$arg1()));
      case QOM.CaseSearched<?> branches -> branches(branches);
      case QOM.CaseSimple<?, ?> branches -> branches(branches);
      case Condition condition -> condition(condition);
      default -> refuse(field);
    };
  }

  private Expression condition(Condition condition) {
    return switch (condition) {
      case QOM.Eq<?> eq -> compared(Expression.Comparison.EQUAL, eq.$arg1(), eq.$arg2());
      case QOM.Ne<?> ne -> compared(Expression.Comparison.UNEQUAL, ne.$arg1(), ne.$arg2());
      case QOM.Lt<?> lt -> compared(Expression.Comparison.LESS, lt.$arg1(), lt.$arg2());
      case QOM.Le<?> le -> compared(Expression.Comparison.AT_MOST, le.$arg1(), le.$arg2());
      case QOM.Gt<?> gt -> compared(Expression.Comparison.MORE, gt.$arg1(), gt.$arg2());
      case QOM.Ge<?> ge -> compared(Expression.Comparison.AT_LEAST, ge.$arg1(), ge.$arg2());
      case QOM.Between<?> between -> between(between);
      case QOM.InList<?> in -> in(in.$field(), in.$list());
      case QOM.NotInList<?> in -> new Expression.Not(in(in.$field(), in.$list()));
      case QOM.IsNull missing -> new Expression.IsMissing(read(missing.$arg1()));
      case QOM.IsNotNull there -> new Expression.Not(new Expression.IsMissing(read(there.$arg1())));
      case QOM.And and -> new Expression.Both(read(and.$arg1()), read(and.$arg2()));
      case QOM.Or or -> new Expression.Either(read(or.$arg1()), read(or.$arg2()));
      case QOM.Not not -> new Expression.Not(read(not.$arg1()));
      default -> refuse(condition);
    };
  }

  private List<Expression> all(List<? extends Field<?>> fields) {
    List<Expression> all = new ArrayList<>();
    for (Field<?> field : fields) {
      all.add(read(field));
    }
    return all;
  }

  private Expression arithmetic(Expression.Sign sign, Field<?> left, Field<?> right) {
    return new Expression.Arithmetic(sign, read(left), read(right));
  }

  private Expression compared(Expression.Comparison comparison, Field<?> left, Field<?> right) {
    return new Expression.Compared(comparison, read(left), read(right));
  }

  private Expression between(QOM.Between<?> between) {
    return new Expression.Both(
        compared(Expression.Comparison.AT_LEAST, between.$arg1(), between.$arg2()),
        compared(Expression.Comparison.AT_MOST, between.$arg1(), between.$arg3()));
  }

  private Expression in(Field<?> field, List<? extends Field<?>> list) {
    Expression any = new Expression.Constant(new Value.Flag(false));
    for (Field<?> each : list) {
      any = new Expression.Either(any, compared(Expression.Comparison.EQUAL, field, each));
    }
    return any;
  }

  private Expression rounded(QOM.Round<?> round) {
    Expression of = read(round.$value());
    Field<?> decimals = round.$decimals();
    if (decimals == null) {
      return new Expression.Rounded(of, 0);
    }
    // A sign before a number is a word of its own.
    boolean below = decimals instanceof QOM.Neg<?>;
    Expression written = read(decimals instanceof QOM.Neg<?> negated ? negated.$arg1() : decimals);
    Optional<Integer> places =
        written instanceof Expression.Constant(Value value)
            ? value
                .findNumber()
                .filter(Fraction::isWhole)
                .map(number -> number.numerator())
                .filter(number -> number.bitLength() < Integer.SIZE)
                .map(number -> number.intValueExact())
                .filter(number -> Math.abs(number) <= MOST_DECIMALS)
            : Optional.empty();
    if (places.isEmpty()) {
      fault("expr.decimals", MOST_DECIMALS);
    }
    int number = places.orElse(0);
    return new Expression.Rounded(of, below ? -number : number);
  }

  private Expression branches(QOM.CaseSearched<?> all) {
    List<Expression.Branch> branches = new ArrayList<>();
    all.$when()
        .forEach(when -> branches.add(new Expression.Branch(read(when.$1()), read(when.$2()))));
    return new Expression.Branches(branches, read(all.$else()));
  }

  private Expression branches(QOM.CaseSimple<?, ?> all) {
    List<Expression.Branch> branches = new ArrayList<>();
    all.$when()
        .forEach(when ->
            branches.add(
                new Expression.Branch(
                    compared(Expression.Comparison.EQUAL, all.$value(), when.$1()),
                    read(when.$2()))));
    return new Expression.Branches(branches, read(all.$else()));
  }

  private Expression constant(Param<?> written) {
    return switch (written.getValue()) {
      case null -> missing();
      case BigDecimal number -> new Expression.Constant(new Value.Numeric(Fraction.of(number)));
      case Boolean truth -> new Expression.Constant(new Value.Flag(truth));
      case String text -> new Expression.Constant(Value.ofText(text));
      case Number number ->
          new Expression.Constant(
              new Value.Numeric(Fraction.of(new BigDecimal(number.toString()))));
      default -> refuse(written);
    };
  }

  private Expression refuse(Field<?> field) {
    fault("expr.refused", shown(field.toString()));
    return missing();
  }

  private static Expression missing() {
    return new Expression.Constant(Value.missing());
  }

  private void fault(String key, Object argument) {
    faulty = true;
    reading.fault(clause.line(), key, clause.path(), argument);
  }

  /** Without the quotes we put around names. */
  private static String shown(String sql) {
    String words =
        sql.replace("\"", "").lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    return words.length() > MOST_SHOWN ? words.substring(0, MOST_SHOWN) + "..." : words;
  }
}
