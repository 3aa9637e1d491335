package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import dev.shardline.volume.filter.GaussianFilter;
import dev.shardline.volume.filter.MedianFilter;
import java.util.List;

/// Smooths volumes in space; companions stay as they are.
///
/// @param radius for [Method#MEDIAN], in voxels
/// @param sigma for [Method#GAUSSIAN], in millimetres
record DenoiseVolume(Method method, int radius, double sigma) implements VolumeStep {
  /// How volumes are smoothed.
  enum Method {
    /// The median of the cube around each voxel.
    MEDIAN,
    /// A Gaussian blur.
    GAUSSIAN
  }

  private static final String NAME = "denoise-volume";

  private static final Parameter<Method> METHOD =
      Parameter.of(
          "method", ParameterType.choice(Method.class), Method.MEDIAN, "median or gaussian");
  private static final Parameter<Integer> RADIUS =
      Parameter.of(
          "radius",
          ParameterType.integer(1, 3),
          1,
          "for median: voxels from the centre of the cube to its faces");
  private static final Parameter<Double> SIGMA =
      Parameter.of(
          "sigma-mm",
          ParameterType.number(0.01, 100),
          1.0,
          "for gaussian: standard deviation of the blur in mm");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "smooths volumes: median or gaussian",
          List.of(METHOD, RADIUS, SIGMA),
          arguments ->
              new DenoiseVolume(
                  arguments.value(METHOD), arguments.value(RADIUS), arguments.value(SIGMA)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    return item.withData(
        switch (method) {
          case MEDIAN -> new MedianFilter(radius).apply(volume);
          case GAUSSIAN -> GaussianFilter.ofMillimetres(sigma, volume.spacing()).apply(volume);
        });
  }
}
