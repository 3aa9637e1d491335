package dev.shardline.recipe.volume;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.geometry.Plane;
import dev.shardline.volume.geometry.SliceStack;
import dev.shardline.volume.mask.Foreground;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Takes a volume apart into upright slices, one item each, with companion volumes sliced alike.
/// Records `slice` (its number), `foreground-fraction` and `slice-affine`, which takes a pixel's
/// column and row, before any later step, to millimetres RAS+: twelve values, row by row. A time
/// series gives the slices of every time point and records `time-point`.
///
/// @param from first slice, as a share of all, 0 to 1
/// @param to where the last slice lies before, as a share of all
/// @param stride every how many slices one is taken
/// @param leastForeground slices with a smaller share of subject are left out
record Slices(
    Plane plane, double from, double to, int stride, double leastForeground, Foreground rule)
    implements Step {
  private static final String NAME = "slices";

  private static final Parameter<Plane> PLANE =
      Parameter.of("plane", ParameterType.choice(Plane.class), Plane.AXIAL, "which way to cut");
  private static final Parameter<Double> FROM =
      Parameter.of("from", ParameterType.number(0, 1), 0.0, "first slice, as a share of all");
  private static final Parameter<Double> TO =
      Parameter.of(
          "to", ParameterType.number(0, 1), 1.0, "before which slice to end, as a share of all");
  private static final Parameter<Integer> STRIDE =
      Parameter.of("stride", ParameterType.integer(1, 4096), 1, "take every so many-th slice");
  private static final Parameter<Double> LEAST_FOREGROUND =
      Parameter.of(
          "least-foreground",
          ParameterType.number(0, 1),
          0.0,
          "leave slices out whose share of subject is smaller");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "takes volumes apart into upright 2-D slices",
          Stream.concat(
                  Stream.of(PLANE, FROM, TO, STRIDE, LEAST_FOREGROUND),
                  ForegroundParameters.ALL.stream())
              .toList(),
          Slices::of);

  private static Slices of(Arguments arguments) {
    double from = arguments.value(FROM);
    double to = arguments.value(TO);
    if (from >= to) {
      throw new UsageException(
          "`slices` needs `from` below `to`, found %s and %s".formatted(from, to));
    }
    return new Slices(
        arguments.value(PLANE),
        from,
        to,
        arguments.value(STRIDE),
        arguments.value(LEAST_FOREGROUND),
        ForegroundParameters.read(arguments));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.VOLUME, DataKind.IMAGE).emittingMany();
  }

  /// One slice is far smaller than its volume; half of it is allowed for. Finding the foreground
  /// needs a copy.
  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes / 2, dataBytes);
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    for (int t = 0; t < volume.shape().timePoints(); t++) {
      Item point = volume.shape().isTimeSeries() ? item.withRecorded("time-point", t) : item;
      emitSlices(point, SliceStack.of(volume, plane, t), emitter);
    }
  }

  private void emitSlices(Item item, SliceStack stack, Emitter emitter)
      throws MalformedDataException {
    double[] fractions = stack.foregroundFractions(rule);
    Map<String, SliceStack> companions = companionStacks(item);
    int end = (int) Math.ceil(to * stack.count());
    for (int index = (int) (from * stack.count()); index < end; index += stride) {
      if (fractions[index] < leastForeground) {
        emitter.drop(
            "too-little-foreground",
            "slice %d has %.4f, asked for %.4f"
                .formatted(index, fractions[index], leastForeground));
      } else {
        emitter.emit(
            slice(item, stack, companions, index)
                .withRecorded("foreground-fraction", fractions[index]));
      }
    }
  }

  private Map<String, SliceStack> companionStacks(Item item) {
    Map<String, SliceStack> stacks = new TreeMap<>();
    item.companions()
        .forEach((name, payload) -> {
          if (payload instanceof Volume companion) {
            stacks.put(name, SliceStack.of(companion, plane, 0));
          }
        });
    return stacks;
  }

  private static Item slice(
      Item item, SliceStack stack, Map<String, SliceStack> companions, int index) {
    Map<String, Payload> sliced = new TreeMap<>(item.companions());
    companions.forEach((name, companion) -> sliced.put(name, companion.slice(index)));
    return item.withData(stack.slice(index))
        .withCompanions(sliced)
        .withRecorded("slice", index)
        .withRecorded(
            "slice-affine", Arrays.stream(stack.affine(index).toArray()).boxed().toList());
  }
}
