package dev.shardline.recipe.volume;

import dev.shardline.recipe.StepFactory;
import java.util.List;

/// The steps for volumes, in the order in which they are documented.
public final class VolumeSteps {
  private VolumeSteps() {}

  public static List<StepFactory> all() {
    return List.of(
        DecodeVolume.FACTORY,
        Reorient.FACTORY,
        ResampleVolume.FACTORY,
        CropForeground.FACTORY,
        PadOrCropVolume.FACTORY,
        PadToMultiple.FACTORY,
        FlipVolume.FACTORY,
        CorrectBias.FACTORY,
        DenoiseVolume.FACTORY,
        PercentileClip.FACTORY,
        ZScoreVolume.FACTORY,
        ScaleVolume.FACTORY,
        StandardiseHistogram.FACTORY,
        TakeFingerprint.FACTORY,
        Slices.FACTORY,
        VolumeToTensor.FACTORY);
  }
}
