package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
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
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.clean.AmplitudeLimits;
import dev.shardline.signal.clean.AmplitudeLimits.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Leaves windows out in which a signal channel swings too far, or hardly at all: MNE's `reject`
/// and `flat`.
///
/// @param limits for each type of signal channel, in `unit`
record RejectArtefacts(Map<SignalType, AmplitudeLimits> limits, SignalUnit unit) implements Step {
  private static final String NAME = "reject-artefacts";
  private static final ParameterType<SortedMap<String, Double>> BY_TYPE =
      ParameterType.map(ParameterType.number(0, Double.MAX_VALUE));

  private static final Parameter<SortedMap<String, Double>> PEAK_TO_PEAK =
      Parameter.of(
          "peak-to-peak",
          BY_TYPE,
          Collections.emptySortedMap(),
          "the largest amplitude by type of signal channel: {eeg: 150, eog: 250}");
  private static final Parameter<SortedMap<String, Double>> FLAT =
      Parameter.of(
          "flat",
          BY_TYPE,
          Collections.emptySortedMap(),
          "the smallest amplitude by type of signal channel: {eeg: 1}");
  private static final Parameter<String> UNIT =
      Parameter.of("unit", ParameterType.text(), "uV", "what the amplitudes are in");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "leaves windows out whose peak-to-peak amplitude is too large or too small",
          List.of(PEAK_TO_PEAK, FLAT, UNIT),
          RejectArtefacts::of);

  private static RejectArtefacts of(Arguments arguments) {
    SortedMap<String, Double> largest = arguments.value(PEAK_TO_PEAK);
    SortedMap<String, Double> smallest = arguments.value(FLAT);
    Map<SignalType, AmplitudeLimits> limits = new TreeMap<>();
    for (SignalType type : SignalType.values()) {
      String name = type.fileName();
      if (largest.containsKey(name) || smallest.containsKey(name)) {
        limits.put(
            type,
            limits(
                largest.getOrDefault(name, Double.POSITIVE_INFINITY),
                smallest.getOrDefault(name, 0.0)));
      }
    }
    requireKnown(largest, smallest);
    if (limits.isEmpty()) {
      throw new UsageException("`reject-artefacts` needs `peak-to-peak`, `flat` or both");
    }
    return new RejectArtefacts(limits, new SignalUnit(arguments.value(UNIT)));
  }

  private static AmplitudeLimits limits(double largest, double smallest) {
    try {
      return new AmplitudeLimits(largest, smallest);
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("`reject-artefacts`: " + unusable.getMessage(), unusable);
    }
  }

  private static void requireKnown(Map<String, Double> largest, Map<String, Double> smallest) {
    List<String> known = Arrays.stream(SignalType.values()).map(SignalType::fileName).toList();
    for (Map<String, Double> given : List.of(largest, smallest)) {
      for (String name : given.keySet()) {
        if (!known.contains(name)) {
          throw new UsageException(
              "`reject-artefacts` knows the types %s, found \"%s\"".formatted(known, name));
        }
      }
    }
  }

  RejectArtefacts {
    limits = Collections.unmodifiableMap(new TreeMap<>(limits));
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
    return new Footprint(dataBytes, 2 * dataBytes);
  }

  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    return Optional.of(StoredFootprint.rowByRow(taken, 2));
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    for (int i = 0; i < recording.channels().size(); i++) {
      SignalChannel channel = recording.channels().get(i);
      AmplitudeLimits allowed = limits.get(channel.type());
      if (allowed != null) {
        Verdict verdict = judge(in(channel, allowed), recording.traces().doubles(i));
        if (verdict != Verdict.ACCEPTED) {
          emitter.drop(ParameterType.choiceName(verdict), "signal channel " + channel.label());
          return;
        }
      }
    }
    emitter.emit(item);
  }

  private static Verdict judge(AmplitudeLimits allowed, double[] row) {
    return allowed.judge(row, 0, row.length);
  }

  /// The limits in a channel's own unit.
  private AmplitudeLimits in(SignalChannel channel, AmplitudeLimits allowed)
      throws MalformedDataException {
    OptionalDouble factor = unit.factorTo(channel.unit());
    if (factor.isEmpty()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          "unit of '" + channel.label() + "'",
          "one that amplitudes in %s convert into".formatted(unit),
          channel.unit().toString());
    }
    return new AmplitudeLimits(
        allowed.largest() * factor.getAsDouble(), allowed.smallest() * factor.getAsDouble());
  }
}
