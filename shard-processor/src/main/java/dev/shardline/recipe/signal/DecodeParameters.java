package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.signal.DecodeRecording.AnnotationPlace;
import dev.shardline.recipe.signal.RecordingDecoder.Precision;
import dev.shardline.signal.NonFinite;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ChannelFilter;
import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.LabelPolicy;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.npy.NpyFormat.TimeAxis;
import dev.shardline.signal.label.SpanCheck;
import java.util.List;

/// The parameters of `decode-recording`.
final class DecodeParameters {
  /// Which signal channels of a file with mixed rates are read.
  enum Rates {
    /// All must have one rate.
    SAME,
    HIGHEST,
    MOST_COMMON
  }

  private static final double UNSET = 0;
  private static final int MOST_CHANNELS = 100_000;

  private static final Parameter<Integer> MEMORY_LIMIT =
      Parameter.of(
          "memory-limit-mib",
          ParameterType.integer(1, 1 << 20),
          4096,
          "the largest recording decoded in memory, in MiB; larger ones go to a scratch file");
  private static final Parameter<Precision> PRECISION =
      Parameter.of(
          "precision",
          ParameterType.choice(Precision.class),
          Precision.FLOAT32,
          "what values are held and computed in; float64 agrees with SciPy to 1e-9");
  private static final Parameter<Rates> RATES =
      Parameter.of(
          "rates",
          ParameterType.choice(Rates.class),
          Rates.SAME,
          "which signal channels of a file with mixed rates are read");
  private static final Parameter<Double> RATE =
      Parameter.of(
          "rate-hz",
          ParameterType.number(UNSET, 1e9),
          UNSET,
          "read the signal channels at exactly this rate; 0 for as `rates` says");
  private static final Parameter<GapPolicy> GAPS =
      Parameter.of(
          "gaps",
          ParameterType.choice(GapPolicy.class),
          GapPolicy.REFUSE,
          "what becomes of interruptions; join annotates seams, fill puts NaN");
  private static final Parameter<LengthPolicy> LENGTH =
      Parameter.of(
          "length",
          ParameterType.choice(LengthPolicy.class),
          LengthPolicy.EXACT,
          "what becomes of files shorter or longer than their header says");
  private static final Parameter<LabelPolicy> REPEATED_LABELS =
      Parameter.of(
          "repeated-labels",
          ParameterType.choice(LabelPolicy.class),
          LabelPolicy.REFUSE,
          "what becomes of signal channels with the same label");
  private static final Parameter<List<String>> CHANNELS =
      Parameter.of(
          "channels",
          ParameterType.list(ParameterType.text(), 0, MOST_CHANNELS),
          List.of(),
          "read these signal channels only, where the file has them; empty for all");
  private static final Parameter<List<String>> EXCEPT =
      Parameter.of(
          "except",
          ParameterType.list(ParameterType.text(), 0, MOST_CHANNELS),
          List.of(),
          "signal channels not to read");
  private static final Parameter<NonFinite> NON_FINITE =
      Parameter.of(
          "non-finite",
          ParameterType.choice(NonFinite.class),
          NonFinite.REFUSE,
          "what becomes of NaN and infinite values; zero and line annotate them BAD_not_finite");
  private static final Parameter<AnnotationPlace> ANNOTATIONS =
      Parameter.of(
          "annotations",
          ParameterType.choice(AnnotationPlace.class),
          AnnotationPlace.OWN,
          "where annotations come from: the recording, files beside it (events, hypnogram), both");
  private static final Parameter<SpanCheck> OUTSIDE =
      Parameter.of(
          "annotations-outside",
          ParameterType.choice(SpanCheck.class),
          SpanCheck.CLIP,
          "what becomes of annotations that reach beyond the recording");
  private static final Parameter<String> EVENT_COLUMN =
      Parameter.of(
          "event-column",
          ParameterType.text(),
          "trial_type",
          "the column of a table of events that says what happened");
  private static final Parameter<String> ANNOTATOR =
      Parameter.of(
          "wfdb-annotator", ParameterType.text(), "atr", "extension of WFDB annotation files");
  private static final Parameter<Double> STATED_RATE =
      Parameter.of(
          "stated-rate-hz",
          ParameterType.number(UNSET, 1e9),
          UNSET,
          "rate of tables and arrays, which do not say it themselves; 0 if there are none");
  private static final Parameter<String> STATED_UNIT =
      Parameter.of(
          "stated-unit", ParameterType.text(), "", "unit of tables and arrays that state none");
  private static final Parameter<TimeAxis> TIME_AXIS =
      Parameter.of(
          "time-axis",
          ParameterType.choice(TimeAxis.class),
          TimeAxis.LAST,
          "which axis of an NPY array is time");

  static final List<Parameter<?>> ALL =
      List.of(
          CHANNELS,
          EXCEPT,
          PRECISION,
          RATES,
          RATE,
          GAPS,
          LENGTH,
          REPEATED_LABELS,
          NON_FINITE,
          ANNOTATIONS,
          OUTSIDE,
          EVENT_COLUMN,
          ANNOTATOR,
          STATED_RATE,
          STATED_UNIT,
          TIME_AXIS,
          MEMORY_LIMIT);

  private DecodeParameters() {}

  static DecodeRecording step(Arguments arguments) {
    double stated = arguments.value(STATED_RATE);
    StatedFacts facts =
        new StatedFacts(
            stated == UNSET ? null : new SamplingRate(stated),
            new SignalUnit(arguments.value(STATED_UNIT)),
            arguments.value(TIME_AXIS),
            arguments.value(ANNOTATOR));
    RecordingDecoder decoder =
        new RecordingDecoder(
            facts.formats(),
            options(arguments),
            arguments.value(PRECISION),
            (long) arguments.value(MEMORY_LIMIT) << 20);
    return new DecodeRecording(
        decoder,
        arguments.value(NON_FINITE),
        arguments.value(ANNOTATIONS),
        new EventFiles(arguments.value(EVENT_COLUMN)),
        arguments.value(OUTSIDE));
  }

  private static ReadOptions options(Arguments arguments) {
    return new ReadOptions(
        rates(arguments),
        arguments.value(GAPS),
        arguments.value(LENGTH),
        arguments.value(REPEATED_LABELS),
        new ChannelFilter(arguments.value(CHANNELS), arguments.value(EXCEPT)));
  }

  private static RatePolicy rates(Arguments arguments) {
    double exactly = arguments.value(RATE);
    Rates rates = arguments.value(RATES);
    if (exactly != UNSET && rates != Rates.SAME) {
      throw new UsageException("`decode-recording` takes either `rate-hz` or `rates`, found both");
    }
    if (exactly != UNSET) {
      return new RatePolicy.Exactly(new SamplingRate(exactly));
    }
    return switch (rates) {
      case SAME -> new RatePolicy.Same();
      case HIGHEST -> new RatePolicy.Highest();
      case MOST_COMMON -> new RatePolicy.MostCommon();
    };
  }
}
