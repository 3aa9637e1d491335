package dev.shardline.recipe;

/// What a sample needs of memory on its way through a recipe, beside its objects' bytes.
///
/// @param peakBytes the most that is alive at once, its results included
/// @param resultBytes what is left of it at the end and waits to be written
public record MemoryNeed(long peakBytes, long resultBytes) {
  public MemoryNeed {
    if (resultBytes < 0 || peakBytes < resultBytes) {
      throw new IllegalArgumentException(
          "The most that is alive (%d) is at least what is left at the end (%d)"
              .formatted(peakBytes, resultBytes));
    }
  }
}
