package dev.partnerops.checking;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.Map;

/** An entity of a test's rows: what was imported and measured of it. */
record Known(EntityId id, String name, Map<String, Value> fields, Map<Metric, Value> metrics) {}
