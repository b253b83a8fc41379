package dev.partnerops.checking;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;

/**
 * An entity of a test at one step.
 *
 * @param edition that judges it
 * @param asked what was asked of it and not given
 */
record Player(
    Programme edition, MetricUses uses, Candidate candidate, PolicyTest.Facts facts, Asked asked) {}
