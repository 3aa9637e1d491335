package dev.shardline.image.lanes;

/// Whether this process was started with Java's vector module, which is incubating and therefore
/// absent unless asked for. Classes that name its types are only loaded where it is there.
public final class VectorInstructions {
  private static final boolean AVAILABLE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorInstructions() {}

  /// Constant for the life of the process.
  public static boolean areAvailable() {
    return AVAILABLE;
  }
}
