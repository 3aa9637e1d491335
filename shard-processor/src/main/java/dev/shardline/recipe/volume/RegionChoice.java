package dev.shardline.recipe.volume;

import dev.shardline.data.Payload;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.volume.Volume;
import dev.shardline.volume.intensity.Region;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.Mask;

/// Which voxels an intensity step takes its statistics from.
enum RegionChoice {
  /// Every voxel.
  WHOLE,
  /// Every voxel but zeros.
  NONZERO,
  /// Voxels above Otsu's threshold.
  OTSU,
  /// Voxels where the companion `mask` is not 0.
  MASK;

  static Parameter<RegionChoice> parameter(RegionChoice standard) {
    return Parameter.of(
        "over",
        ParameterType.choice(RegionChoice.class),
        standard,
        "which voxels statistics are taken from");
  }

  /// @throws MalformedDataException if a mask is asked for and the sample has none
  Region of(Item item) throws MalformedDataException {
    return switch (this) {
      case WHOLE -> new Region.Whole();
      case NONZERO -> Region.nonZero();
      case OTSU -> new Region.Subject(new Foreground.Otsu());
      case MASK -> new Region.Given(mask(item));
    };
  }

  /// What looking at the region takes besides: a mask, and the values in it.
  long workingBytes(long dataBytes) {
    return switch (this) {
      case WHOLE -> 0;
      case NONZERO, OTSU, MASK -> dataBytes + dataBytes / Float.BYTES;
    };
  }

  /// What the region's mask takes.
  long maskBytes(long dataBytes) {
    return switch (this) {
      case WHOLE, NONZERO -> 0;
      case OTSU, MASK -> dataBytes / Float.BYTES;
    };
  }

  private static Mask mask(Item item) throws MalformedDataException {
    Payload companion = item.companions().get(Item.MASK);
    if (companion instanceof Volume mask) {
      return new Foreground.NonZero().of(mask);
    }
    throw new MalformedDataException(
        Reason.WRONG_KIND, "companion `mask`", "a mask volume with the sample", "none");
  }
}
