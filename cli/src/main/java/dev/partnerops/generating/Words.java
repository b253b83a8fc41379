package dev.partnerops.generating;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The words of the market: categories, regions, and pieces of names, as bytes ready to write. */
final class Words {

  static final List<Goods> GOODS =
      List.of(
          new Goods("女装", 6_900, 45_000, "连衣裙", "针织衫", "牛仔裤", "风衣", "羽绒服"),
          new Goods("食品", 1_990, 12_000, "苹果礼盒", "鲜花饼", "螺蛳粉", "肉干", "坚果"),
          new Goods("珠宝", 19_900, 298_000, "珍珠项链", "翡翠吊坠", "水晶手串", "黑珍珠耳钉", "转运珠"),
          new Goods("美妆", 3_900, 29_900, "口红", "面膜", "粉底液", "精华", "洗面奶"),
          new Goods("家居", 2_900, 25_900, "四件套", "收纳箱", "乳胶枕", "保温杯", "台灯"),
          new Goods("母婴", 3_500, 19_900, "纸尿裤", "连体衣", "奶瓶", "爬行垫", "绘本"),
          new Goods("鞋靴", 5_900, 39_900, "小白鞋", "马丁靴", "老爹鞋", "凉鞋", "棉拖"),
          new Goods("茶酒", 4_900, 88_000, "白茶饼", "岩茶", "酱香酒", "米酒", "花茶"));

  static final List<byte[]> REGIONS =
      bytes("浙江", "广东", "江苏", "福建", "山东", "四川", "云南", "新疆", "河南", "河北", "广西", "辽宁");

  static final List<byte[]> SHOPS =
      bytes("云帆", "青禾", "锦绣", "巴适", "浅夏", "玉见", "山野", "织里", "初光", "南通", "武夷", "海宁");

  static final List<byte[]> ANCHORS =
      bytes("小鹿", "阿May", "老李", "川妹子", "小满", "阿泽", "茶山老周", "宝妈", "大胃王", "好物君");

  static final List<byte[]> COMPANIES =
      bytes("启明", "星链", "源头", "海川", "快课", "云仓", "合作社", "优选", "百业", "直供");

  static final List<byte[]> ROLES = bytes("training", "mcn", "industrial_belt", "supply_chain");

  static final List<byte[]> SHOP_TYPES = bytes("self_built", "platform", "other");

  static final List<byte[]> CHANNELS = bytes("live", "video", "shop", "other");

  static final List<byte[]> ORDER_STATUSES =
      bytes("paid", "shipped", "completed", "cancelled", "refunded");

  private Words() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> bytes(String... texts) {
    return Arrays.stream(texts).map(Words::of).toList();
  }

  /** What one category sells, and between which prices, in fen. */
  static final class Goods {

    private final byte[] category;
    private final int leastFen;
    private final int mostFen;
    private final List<byte[]> names;

    Goods(String category, int leastFen, int mostFen, String... names) {
      this.category = of(category);
      this.leastFen = leastFen;
      this.mostFen = mostFen;
      this.names = bytes(names);
    }

    byte[] category() {
      return category;
    }

    int leastFen() {
      return leastFen;
    }

    int mostFen() {
      return mostFen;
    }

    byte[] name(int number) {
      return names.get(number % names.size());
    }
  }
}
