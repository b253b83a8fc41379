package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.util.List;

/** Whom an edition judges, and what must be measured of them. */
record Cast(Programme edition, List<Candidate> candidates, List<MetricReference> references) {

  Cast(Programme edition, List<Candidate> candidates) {
    this(edition, List.copyOf(candidates), List.copyOf(References.metricsOf(edition)));
  }
}
