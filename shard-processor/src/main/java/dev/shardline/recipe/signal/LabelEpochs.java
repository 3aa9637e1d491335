package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.recipe.signal.LabelParameters.Unmapped;
import dev.shardline.signal.Recording;
import dev.shardline.signal.label.DenseLabels;
import dev.shardline.signal.label.ExcludedSpans;
import dev.shardline.signal.label.LabelMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Labels a recording, or a window of one, by its annotations: the companion `labels` holds one
/// class number for each epoch (int64, −1 without a label). Where it holds only one, that is the
/// record's label too. Records `classes`.
///
/// @param epochSeconds length of a label's epoch; 0 for one label for the whole item
record LabelEpochs(
    LabelMap labels,
    Unmapped unmapped,
    double epochSeconds,
    double coverage,
    Unlabelled unlabelled,
    ExcludedSpans excluded)
    implements Step {
  /// What becomes of items of which nothing, or too little, is said.
  enum Unlabelled {
    /// They are left out if any epoch has no label.
    DROP,
    /// They are left out if no epoch has a label.
    KEEP_PARTLY
  }

  private static final String NAME = "label-epochs";
  private static final String COMPANION = "labels";
  private static final double WHOLE = 0;

  private static final Parameter<Double> SECONDS =
      Parameter.of(
          "seconds",
          ParameterType.number(WHOLE, 1e9),
          WHOLE,
          "length of a label's epoch; 0 for one label for the whole window");
  private static final Parameter<Double> COVERAGE =
      Parameter.of(
          "coverage",
          ParameterType.number(0, 1),
          0.5,
          "the share of an epoch that its class must cover");
  private static final Parameter<Unlabelled> UNLABELLED =
      Parameter.of(
          "unlabelled",
          ParameterType.choice(Unlabelled.class),
          Unlabelled.DROP,
          "what becomes of windows with epochs without a label");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "labels windows by annotations: one class per epoch, as sleep stages are",
          List.of(
              LabelParameters.LABELS,
              LabelParameters.CLASSES,
              LabelParameters.UNMAPPED,
              SECONDS,
              COVERAGE,
              UNLABELLED,
              ExclusionParameter.EXCLUDE),
          LabelEpochs::of);

  private static LabelEpochs of(Arguments arguments) {
    return new LabelEpochs(
        LabelParameters.map(NAME, arguments),
        arguments.value(LabelParameters.UNMAPPED),
        arguments.value(SECONDS),
        arguments.value(COVERAGE),
        arguments.value(UNLABELLED),
        ExclusionParameter.read(arguments));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.keeping(DataKind.RECORDING);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return new Footprint(dataBytes, dataBytes);
  }

  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    return Optional.of(StoredFootprint.rowByRow(taken, 0));
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    Item reported = LabelParameters.report(item, labels, excluded, unmapped);
    int[] found = RecordingStep.suited(NAME, recording, () -> found(recording));
    long without = IntStream.of(found).filter(one -> one == DenseLabels.UNLABELLED).count();
    if (without == found.length || without > 0 && unlabelled == Unlabelled.DROP) {
      emitter.drop("unlabelled", "%d of %d epochs have no label".formatted(without, found.length));
      return;
    }
    Item labelled =
        reported.withCompanion(COMPANION, tensor(found)).withRecorded("classes", labels.classes());
    emitter.emit(
        found.length == 1
            ? labelled.withLabel(new ClassLabel(labels.classes().get(found[0]), found[0]))
            : labelled);
  }

  private int[] found(Recording recording) {
    double seconds = epochSeconds == WHOLE ? recording.durationSeconds() : epochSeconds;
    return new DenseLabels(labels, seconds, coverage)
        .of(recording.annotations(), recording.durationSeconds());
  }

  private static Tensor tensor(int[] found) {
    ByteBuffer bytes =
        ByteBuffer.allocate(found.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    IntStream.of(found).forEach(bytes::putLong);
    return Tensor.of(ElementType.INT64, new int[] {found.length}, bytes.array());
  }
}
