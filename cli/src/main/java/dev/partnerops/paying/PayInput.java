package dev.partnerops.paying;

import dev.partnerops.deciding.Judgement;
import java.util.List;

/**
 * Everything one programme is paid by: the judgements of all its editions in force (limits and keys
 * are the programme's, RULES 19) and what is booked.
 */
public record PayInput(List<Judgement> judgements, Booked booked) {}
