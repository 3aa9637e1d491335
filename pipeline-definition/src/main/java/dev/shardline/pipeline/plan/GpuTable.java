package dev.shardline.pipeline.plan;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// How many GPUs a training instance type has.
///
/// Source: AWS's pages on accelerated instance types, as of November 2025. Types whose count AWS
/// had not fixed (g7, p5e, p6-b300, p6e-gb200) are left out: the user gives the number.
public final class GpuTable {
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  static {
    add("p2", "xlarge 1, 8xlarge 8, 16xlarge 16");
    add("p3", "2xlarge 1, 8xlarge 4, 16xlarge 8");
    add("p3dn", "24xlarge 8");
    add("p4d", "24xlarge 8");
    add("p4de", "24xlarge 8");
    add("p5", "4xlarge 1, 48xlarge 8");
    add("p5en", "48xlarge 8");
    add("p6-b200", "48xlarge 8");
    add("g4dn", "xlarge 1, 2xlarge 1, 4xlarge 1, 8xlarge 1, 12xlarge 4, 16xlarge 1");
    for (String family : new String[] {"g5", "g6", "g6e"}) {
      add(family, "xlarge 1, 2xlarge 1, 4xlarge 1, 8xlarge 1, 16xlarge 1");
      add(family, "12xlarge 4, 24xlarge 4, 48xlarge 8");
    }
    add("g7e", "2xlarge 1, 4xlarge 1, 8xlarge 1, 12xlarge 2, 24xlarge 4, 48xlarge 8");
  }

  private GpuTable() {}

  private static void add(String family, String sizes) {
    for (String entry : sizes.split(", ")) {
      int blank = entry.indexOf(' ');
      COUNTS.put(
          "ml." + family + "." + entry.substring(0, blank),
          Integer.valueOf(entry.substring(blank + 1)));
    }
  }

  /// The number for a type such as `ml.g5.12xlarge`; 0 for the types without a GPU; empty if it is
  /// not known.
  public static OptionalInt gpusOf(String instanceType) {
    Integer count = COUNTS.get(instanceType);
    if (count != null) {
      return OptionalInt.of(count);
    }
    return instanceType.matches("ml\\.[mcrt]\\d[a-z]*(-flex)?\\..+")
        ? OptionalInt.of(0)
        : OptionalInt.empty();
  }
}
