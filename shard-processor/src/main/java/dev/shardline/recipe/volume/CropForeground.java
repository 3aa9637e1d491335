package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.geometry.Cropping;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.Mask;
import dev.shardline.volume.mask.MaskShapes;
import dev.shardline.volume.mask.VoxelBox;
import java.util.List;
import java.util.stream.Stream;

/// Cuts a volume to the box around its subject and records the box as `crop-box` (first voxel, then
/// extents) and `foreground-fraction`.
///
/// @param largestPart whether only the largest connected part counts
/// @param fillHoles whether holes count as subject; matters for the recorded fraction
/// @param margin voxels to keep around the box
record CropForeground(Foreground rule, boolean largestPart, boolean fillHoles, int margin)
    implements VolumeStep {
  private static final String NAME = "crop-foreground";

  private static final Parameter<Boolean> LARGEST_PART =
      Parameter.of(
          "largest-part", ParameterType.flag(), false, "count the largest connected part only");
  private static final Parameter<Boolean> FILL_HOLES =
      Parameter.of("fill-holes", ParameterType.flag(), true, "count holes as subject");
  private static final Parameter<Integer> MARGIN =
      Parameter.of(
          "margin", ParameterType.integer(0, 1024), 0, "voxels to keep around the subject");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "cuts volumes to the box around the subject",
          Stream.concat(
                  ForegroundParameters.ALL.stream(), Stream.of(LARGEST_PART, FILL_HOLES, MARGIN))
              .toList(),
          CropForeground::of);

  private static CropForeground of(Arguments arguments) {
    return new CropForeground(
        ForegroundParameters.read(arguments),
        arguments.value(LARGEST_PART),
        arguments.value(FILL_HOLES),
        arguments.value(MARGIN));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    // Two masks of a byte a voxel, 4 bytes for a run, of which two voxels have one at most, and a
    // truth value for each run. What is cut out is looked at where it lies.
    long working = Footprint.sum(dataBytes, dataBytes / 8);
    return new Footprint(dataBytes, Footprint.sum(dataBytes, working));
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    Mask mask = subject(volume);
    VoxelBox box =
        mask.boundingBox()
            .orElseThrow(() ->
                new MalformedDataException(
                    Reason.CHECK_FAILED, "foreground", "at least one voxel", "none"))
            .enlarged(margin, mask.shape());
    return VolumeStep.withCompanions(item, companion -> Cropping.crop(companion, box))
        .withData(Cropping.crop(volume, box))
        .withRecorded("foreground-fraction", mask.fraction())
        .withRecorded(
            "crop-box",
            List.of(box.x(), box.y(), box.z(), box.extentX(), box.extentY(), box.extentZ()));
  }

  private Mask subject(Volume volume) {
    Mask part = largestPart ? MaskShapes.largestPart(rule.of(volume)) : rule.of(volume);
    return fillHoles ? MaskShapes.withHolesFilled(part) : part;
  }
}
