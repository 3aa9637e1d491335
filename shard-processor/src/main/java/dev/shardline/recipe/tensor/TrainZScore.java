package dev.shardline.recipe.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shardline.data.DataKind;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Estimator;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Brings tensors to mean 0 and deviation 1 of all train values: one mean and deviation for the
/// whole data set, or one for each index of the first axis. Values that are not finite are left out
/// of both and stay as they are.
///
/// The state keeps a sum for each length of the first axis, so that samples which do not fit
/// together are found whatever their order.
///
/// @param perChannel a mean and deviation for each index of the first axis
record TrainZScore(boolean perChannel)
    implements Estimator<SortedMap<Integer, List<TrainMoments>>> {
  static final String NAME = "train-z-score";

  private static final Parameter<Boolean> PER_CHANNEL =
      Parameter.of(
          "per-channel",
          ParameterType.flag(),
          false,
          "whether each index of the first axis has its own mean and deviation");

  static final TensorStepFactory FACTORY =
      new TensorStepFactory(
          NAME,
          "brings tensors to mean 0 and deviation 1 of all values of the train split (fitted)",
          List.of(PER_CHANNEL),
          arguments -> new TrainZScore(arguments.value(PER_CHANNEL)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.keeping(DataKind.TENSOR);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return ofFloats(dataBytes);
  }

  /// What a step needs that makes float32 of any element type.
  static Footprint ofFloats(long dataBytes) {
    return Footprint.of(dataBytes, Float.BYTES * dataBytes, Float.BYTES * dataBytes);
  }

  /// How many groups of values a tensor has; they follow each other in equal runs.
  static int groups(Tensor tensor, boolean perChannel) {
    int[] shape = tensor.shape();
    return perChannel && shape.length > 0 ? shape[0] : 1;
  }

  @Override
  public SortedMap<Integer, List<TrainMoments>> empty() {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<Integer, List<TrainMoments>> observe(
      SortedMap<Integer, List<TrainMoments>> state, Item item) throws MalformedDataException {
    Tensor tensor = (Tensor) item.data();
    TensorValues values = new TensorValues(tensor);
    int groups = groups(tensor, perChannel);
    List<TrainMoments> own = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int length = values.count() / groups;
      own.add(TrainMoments.of(values, group * length, (group + 1) * length));
    }
    state.merge(groups, own, TrainZScore::sum);
    return state;
  }

  private static List<TrainMoments> sum(List<TrainMoments> left, List<TrainMoments> right) {
    List<TrainMoments> sums = new ArrayList<>();
    for (int group = 0; group < left.size(); group++) {
      sums.add(left.get(group).plus(right.get(group)));
    }
    return sums;
  }

  @Override
  public SortedMap<Integer, List<TrainMoments>> merge(
      SortedMap<Integer, List<TrainMoments>> left, SortedMap<Integer, List<TrainMoments>> right) {
    right.forEach((groups, moments) -> left.merge(groups, moments, TrainZScore::sum));
    return left;
  }

  @Override
  public JsonNode write(SortedMap<Integer, List<TrainMoments>> state) {
    ArrayNode shapes = CanonicalJson.object().putArray("shapes");
    state
        .values()
        .forEach(groups -> {
          ArrayNode array = shapes.addArray();
          groups.forEach(moments -> array.add(moments.write()));
        });
    return shapes;
  }

  @Override
  public SortedMap<Integer, List<TrainMoments>> read(JsonNode form) throws MalformedDataException {
    SortedMap<Integer, List<TrainMoments>> state = empty();
    for (JsonNode shape : form) {
      List<TrainMoments> groups = new ArrayList<>();
      for (JsonNode moments : shape) {
        groups.add(TrainMoments.read(moments));
      }
      state.put(groups.size(), groups);
    }
    return state;
  }

  @Override
  public Step fitted(SortedMap<Integer, List<TrainMoments>> state) {
    if (state.size() > 1) {
      throw new UsageException(
          "%s: the train samples differ in their first axis (%s); bring them to one shape before this step, or set per-channel: false"
              .formatted(NAME, state.keySet()));
    }
    List<TrainMoments> groups = state.isEmpty() ? List.of() : state.firstEntry().getValue();
    if (groups.isEmpty() || groups.stream().anyMatch(moments -> moments.count() == 0)) {
      throw new UsageException(
          NAME + ": the train split has no finite value to learn from at this step");
    }
    double[] means = groups.stream().mapToDouble(TrainMoments::mean).toArray();
    double[] deviations = groups.stream().mapToDouble(TrainMoments::deviation).toArray();
    return new FittedZScore(perChannel, means, deviations);
  }
}
