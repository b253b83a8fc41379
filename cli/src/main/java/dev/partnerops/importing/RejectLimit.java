package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.math.BigDecimal;

/**
 * How many rejects a batch may have: {@code --max-rejects N} or {@code N%} of the rows read.
 *
 * @param percent whether {@code number} is one
 */
public record RejectLimit(BigDecimal number, boolean percent) {

  public static final RejectLimit NONE = new RejectLimit(BigDecimal.ZERO, false);

  public static RejectLimit parse(String text) {
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1) : text;
    if (!digits.matches(percent ? "[0-9]{1,3}(\\.[0-9]{1,6})?" : "[0-9]{1,18}")) {
      throw new ToolException.Usage(Message.of("importing.max-rejects", text));
    }
    return new RejectLimit(new BigDecimal(digits), percent);
  }

  boolean allows(long rejected, long read) {
    BigDecimal most = percent ? number.movePointLeft(2).multiply(BigDecimal.valueOf(read)) : number;
    return BigDecimal.valueOf(rejected).compareTo(most) <= 0;
  }

  @Override
  public String toString() {
    return number.toPlainString() + (percent ? "%" : "");
  }
}
