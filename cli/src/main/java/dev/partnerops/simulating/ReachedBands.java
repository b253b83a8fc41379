package dev.partnerops.simulating;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bands of fees and grants whose end the period reaches, or nearly, with the entity still inside:
 * the 100,000 yuan until which a fee is reduced.
 */
final class ReachedBands {

  private final Open.Near near;
  private final List<Finding> found = new ArrayList<>();

  private ReachedBands(Open.Near near) {
    this.near = near;
  }

  static List<Finding> of(Open open, Open.Near near) {
    ReachedBands bands = new ReachedBands(near);
    Map<EntityId, FeeStatement> now = byId(open.now().payments().fees());
    Map<EntityId, FeeStatement> later = byId(open.later().payments().fees());
    Map<EntityId, Subject> subjects = Open.subjectsById(open.now());
    for (Subject subject : open.subjects()) {
      EntityId id = subject.candidate().id();
      FeeStatement is = now.get(id);
      FeeStatement ends = later.get(id);
      Fee fee = subject.instruments().fee();
      if (fee != null && is != null && ends != null && ends.reduced()) {
        bands.add(fee.bands(), subject, is.baseAfter().yuan(), ends.baseAfter().yuan());
      }
      Subject today = subjects.get(id);
      if (today != null) {
        subject.instruments().grants().forEach(grant -> bands.add(grant, today, subject));
      }
    }
    return bands.found;
  }

  private static Map<EntityId, FeeStatement> byId(List<FeeStatement> fees) {
    Map<EntityId, FeeStatement> byId = new HashMap<>();
    fees.forEach(fee -> byId.put(fee.id(), fee));
    return byId;
  }

  private void add(Grant grant, Subject now, Subject later) {
    if (grant.amount() instanceof Grant.Amount.Banded banded) {
      Optional<Fraction> is = now.value(banded.of()).findNumber();
      Optional<Fraction> ends = later.value(banded.of()).findNumber();
      if (is.isPresent() && ends.isPresent()) {
        add(banded.bands(), later, is.get(), ends.get());
      }
    }
  }

  private void add(List<Grant.Band> bands, Subject subject, Fraction now, Fraction later) {
    for (Grant.Band band : bands) {
      Optional<Fraction> upTo = subject.number(band.upTo());
      if (upTo.isPresent() && now.compareTo(upTo.get()) <= 0 && near.reaches(later, upTo.get())) {
        found.add(
            new Finding(
                Finding.Kind.NEAR_LIMIT,
                subject.candidate().id(),
                subject.segment(),
                subject.candidate().name(),
                now.round(2),
                later.round(2),
                upTo.get().round(2),
                upTo.get().minus(now).round(2),
                band.clause().path() + ".up_to"));
      }
    }
  }
}
