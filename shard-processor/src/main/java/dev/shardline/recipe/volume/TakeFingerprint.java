package dev.shardline.recipe.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Estimator;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.Volume;
import java.util.List;

/// Learns what the train split's volumes are like, and lets volumes through, normalised by it if
/// asked to. What was learnt lies with the run, for whoever plans a network.
///
/// @param over which voxels are the subject
/// @param normalise whether volumes are clipped to the subject's 0.5 and 99.5 percentiles and
///   brought to its mean and deviation, as nnU-Net does with CT
record TakeFingerprint(RegionChoice over, boolean normalise) implements Estimator<Fingerprint> {
  static final String NAME = "fingerprint";

  private static final Parameter<RegionChoice> OVER = RegionChoice.parameter(RegionChoice.OTSU);
  private static final Parameter<Boolean> NORMALISE =
      Parameter.of(
          "normalise",
          ParameterType.flag(),
          false,
          "clip to the train split's percentiles 0.5 and 99.5, then subtract its mean and divide by"
              + " its deviation");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "learns shapes, spacings and values of the train split, as nnU-Net's fingerprint; fitted",
          List.of(OVER, NORMALISE),
          arguments -> new TakeFingerprint(arguments.value(OVER), arguments.value(NORMALISE)));

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
  public Fingerprint empty() {
    return new Fingerprint();
  }

  @Override
  public Fingerprint observe(Fingerprint state, Item item) throws MalformedDataException {
    Volume volume = VolumeStep.volume(item);
    float[] subject = over.of(item).valuesOf(volume);
    for (float value : subject) {
      if (!Float.isFinite(value)) {
        throw new MalformedDataException(
            Reason.NOT_FINITE, "voxels", "finite values", String.valueOf(value));
      }
    }
    state.add(volume, subject);
    return state;
  }

  @Override
  public Fingerprint merge(Fingerprint left, Fingerprint right) {
    left.add(right);
    return left;
  }

  @Override
  public JsonNode write(Fingerprint state) {
    return state.toJson();
  }

  @Override
  public Fingerprint read(JsonNode form) throws MalformedDataException {
    return Fingerprint.parse(form);
  }

  @Override
  public Step fitted(Fingerprint state) {
    if (state.volumes() == 0) {
      throw new UsageException(
          "`%s` found no volume in the train split to learn from".formatted(NAME));
    }
    return new FingerprintedVolume(
        normalise,
        new double[] {state.percentile(0.5), state.percentile(99.5)},
        state.mean(),
        state.deviation());
  }
}
