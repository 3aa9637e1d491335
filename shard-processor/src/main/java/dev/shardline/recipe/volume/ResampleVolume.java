package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Foreseen;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.resample.Border;
import dev.shardline.volume.resample.Interpolation;
import dev.shardline.volume.resample.Resampling;
import java.util.List;

/// Brings every volume to one spacing, or to one shape over the same field of view. Companions
/// follow by nearest neighbour.
///
/// @param spacing millimetres along x, y, z; empty if a shape is asked for
/// @param shape voxels along x, y, z; empty if a spacing is asked for
record ResampleVolume(
    List<Double> spacing, List<Integer> shape, Axes axes, Resampling resampling, long largestBytes)
    implements VolumeStep {
  /// Along what the new voxels lie.
  enum Axes {
    /// The patient's axes: an oblique volume is turned upright, as nibabel does.
    PATIENT,
    /// The volume's own axes.
    VOLUME
  }

  private static final String NAME = "resample-volume";

  private static final Parameter<List<Double>> SPACING =
      Parameter.of(
          "spacing",
          new PerAxisType<>(ParameterType.number(1e-3, 1e3)),
          List.of(),
          "size of the new voxels in mm: one value or a list of three");
  private static final Parameter<List<Integer>> SHAPE =
      Parameter.of(
          "shape",
          new PerAxisType<>(ParameterType.integer(1, 16_384)),
          List.of(),
          "instead of a spacing: number of new voxels, one value or a list of three");
  private static final Parameter<Interpolation> INTERPOLATION =
      Parameter.of(
          "interpolation",
          ParameterType.choice(Interpolation.class),
          Interpolation.LINEAR,
          "how values between voxels are found; masks always take the nearest");
  private static final Parameter<Boolean> ANTIALIAS =
      Parameter.of(
          "antialias",
          ParameterType.flag(),
          false,
          "blur before shrinking; nibabel and MONAI do not");
  private static final Parameter<Boolean> KEEP_FRACTIONS =
      Parameter.of(
          "keep-fractions",
          ParameterType.flag(),
          false,
          "let volumes of integers get values in between; nibabel and SimpleITK round them");
  private static final Parameter<Axes> AXES =
      Parameter.of(
          "axes",
          ParameterType.choice(Axes.class),
          Axes.PATIENT,
          "for spacing: whether an oblique volume is turned upright or keeps its own axes");
  private static final Parameter<Integer> MEMORY_LIMIT =
      Parameter.of(
          "memory-limit-mib",
          ParameterType.integer(1, 1 << 20),
          4096,
          "the largest volume to make, in MiB");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "brings volumes to one spacing or shape; masks follow by nearest neighbour",
          List.of(SPACING, SHAPE, INTERPOLATION, ANTIALIAS, KEEP_FRACTIONS, AXES, MEMORY_LIMIT),
          ResampleVolume::of);

  private static ResampleVolume of(Arguments arguments) {
    List<Double> spacing = arguments.value(SPACING);
    List<Integer> shape = arguments.value(SHAPE);
    if (spacing.isEmpty() == shape.isEmpty()) {
      throw new UsageException("`resample-volume` needs either `spacing` or `shape`");
    }
    Resampling resampling =
        new Resampling(
            arguments.value(INTERPOLATION),
            shape.isEmpty() ? Border.ZERO : Border.EDGE,
            arguments.value(ANTIALIAS),
            arguments.value(KEEP_FRACTIONS));
    return new ResampleVolume(
        spacing,
        shape,
        arguments.value(AXES),
        resampling,
        (long) arguments.value(MEMORY_LIMIT) << 20);
  }

  @Override
  public String name() {
    return NAME;
  }

  /// Where nothing is known but the size, a result twice as large is allowed for.
  @Override
  public Footprint footprint(long dataBytes) {
    long given =
        shape.isEmpty()
            ? 2 * dataBytes
            : (long) Float.BYTES * shape.get(0) * shape.get(1) * shape.get(2);
    long working = resampling.antialias() ? dataBytes : 0;
    // Coefficients of splines.
    working += resampling.interpolation() == Interpolation.CUBIC ? dataBytes : 0;
    return Footprint.of(dataBytes, given, working);
  }

  /// What lies there already is handed on as it is.
  @Override
  public Footprint footprint(Foreseen taken) {
    boolean staysThere =
        taken instanceof ForeseenVolume volume && gridFrom(volume.grid()).equals(volume.grid());
    return staysThere ? new Footprint(taken, taken.bytes(), 1) : VolumeStep.super.footprint(taken);
  }

  @Override
  public boolean changesCompanions() {
    return true;
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    VolumeGrid grid = gridFrom(volume.grid());
    long bytes = grid.shape().withTimePoints(volume.shape().timePoints()).voxels();
    if (bytes > largestBytes / Float.BYTES || bytes > Integer.MAX_VALUE - 8) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "resampled volume",
          "at most " + largestBytes + " bytes",
          grid.shape() + " of " + volume.shape());
    }
    Resampling forLabels = resampling.forLabels();
    return VolumeStep.withCompanions(item, companion -> forLabels.apply(companion, grid))
        .withData(resampling.apply(volume, grid));
  }

  @Override
  public VolumeGrid gridFrom(VolumeGrid taken) {
    if (!shape.isEmpty()) {
      return taken.ofShape(shape.get(0), shape.get(1), shape.get(2));
    }
    Spacing target = new Spacing(spacing.get(0), spacing.get(1), spacing.get(2));
    return switch (axes) {
      case PATIENT -> taken.alongPatientAxes(target);
      case VOLUME -> taken.alongVoxelAxes(target);
    };
  }
}
