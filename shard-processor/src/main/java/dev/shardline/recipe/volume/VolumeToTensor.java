package dev.shardline.recipe.volume;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Foreseen;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeTensors;
import dev.shardline.volume.VolumeTensors.AxisOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The array that a shard holds, of the volume and of its companions. Records the array's `axes`,
/// outermost first (`xyz`, `tzyx`), the `affine` that takes indices (x, y, z) to millimetres, 12
/// values row by row, and for a time series `time-step-seconds`.
record VolumeToTensor(AxisOrder order) implements MapStep {
  private static final String NAME = "volume-to-tensor";

  private static final Parameter<AxisOrder> ORDER =
      Parameter.of(
          "order",
          ParameterType.choice(AxisOrder.class),
          AxisOrder.XYZ,
          "which axis comes first: xyz as nibabel, zyx as SimpleITK; time comes before both");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "makes the float32 array that shards hold",
          List.of(ORDER),
          arguments -> new VolumeToTensor(arguments.value(ORDER)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.VOLUME, DataKind.TENSOR);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes);
  }

  @Override
  public Footprint footprint(Foreseen taken) {
    return taken instanceof ForeseenVolume volume
        ? Footprint.of(
            volume.bytes(),
            volume.asFloats().bytes(),
            VolumeTensors.workingBytes(volume.grid().shape(), order))
        : footprint(taken.bytes());
  }

  @Override
  public long bytesToCome(Item item) {
    ForeseenVolume taken = ForeseenVolume.of(item);
    return footprint(taken).peakBytes() - taken.bytes();
  }

  @Override
  public Item map(Item item) {
    Volume volume = VolumeStep.unread(item);
    Map<String, Payload> companions = new LinkedHashMap<>(item.companions());
    companions.replaceAll((name, payload) ->
        payload instanceof Volume companion ? VolumeTensors.of(companion, order) : payload);
    List<Double> affine = Arrays.stream(volume.affine().toArray()).boxed().toList();
    Item array =
        item.withData(VolumeTensors.of(volume, order))
            .withCompanions(companions)
            .withRecorded("axes", axes(volume))
            .withRecorded("affine", affine);
    return volume.shape().isTimeSeries()
        ? array.withRecorded("time-step-seconds", volume.timeStepSeconds())
        : array;
  }

  private String axes(Volume volume) {
    String space =
        switch (order) {
          case XYZ -> "xyz";
          case ZYX -> "zyx";
        };
    return volume.shape().isTimeSeries() ? "t" + space : space;
  }
}
