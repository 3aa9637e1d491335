package dev.shardline.recipe.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Estimator;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.intensity.HistogramLandmarks;
import java.util.List;

/// Learns the mean histogram of the train split's volumes, and maps every volume's histogram to it
/// (Nyúl).
///
/// @param over which voxels the histograms are taken from
record StandardiseHistogram(RegionChoice over) implements Estimator<LandmarkSums> {
  static final String NAME = "standardise-histogram";

  private static final Parameter<RegionChoice> OVER = RegionChoice.parameter(RegionChoice.OTSU);

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "maps volumes' histograms to the mean one of the train split (Nyul); fitted",
          List.of(OVER),
          arguments -> new StandardiseHistogram(arguments.value(OVER)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.keeping(DataKind.VOLUME);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes);
  }

  @Override
  public LandmarkSums empty() {
    return LandmarkSums.NONE;
  }

  @Override
  public LandmarkSums observe(LandmarkSums state, Item item) throws MalformedDataException {
    return state.plus(HistogramLandmarks.of(VolumeStep.volume(item), over.of(item)));
  }

  @Override
  public LandmarkSums merge(LandmarkSums left, LandmarkSums right) {
    return left.plus(right);
  }

  @Override
  public JsonNode write(LandmarkSums state) {
    return state.toJson();
  }

  @Override
  public LandmarkSums read(JsonNode form) throws MalformedDataException {
    return LandmarkSums.parse(form);
  }

  @Override
  public Step fitted(LandmarkSums state) {
    if (state.volumes() == 0) {
      throw new UsageException(
          "`%s` found no volume in the train split to learn from".formatted(NAME));
    }
    return new StandardisedHistogram(over, state.mean());
  }
}
