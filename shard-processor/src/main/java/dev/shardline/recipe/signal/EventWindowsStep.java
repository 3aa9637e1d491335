package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.dataset.ClassLabel;
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
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.recipe.signal.LabelParameters.Unmapped;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import dev.shardline.signal.epoch.EventWindows;
import dev.shardline.signal.label.ExcludedSpans;
import dev.shardline.signal.label.LabelMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Cuts a recording into windows around its events, one item each, labelled with the event's class
/// and recorded as `event`. Windows that do not lie within the recording are left out.
///
/// @param from seconds from the event to the window's first time point
/// @param to seconds from the event to the window's end
/// @param includeEnd whether the time point at `to` belongs to the window, as in MNE
record EventWindowsStep(
    LabelMap labels,
    Unmapped unmapped,
    double from,
    double to,
    boolean includeEnd,
    ExcludedSpans excluded)
    implements Step {
  private static final String NAME = "event-windows";
  private static final double LONGEST = 1e9;

  private static final Parameter<Double> FROM =
      Parameter.of(
          "from-seconds",
          ParameterType.number(-LONGEST, LONGEST),
          0.0,
          "from the event to the window's start; negative to begin before it");
  private static final Parameter<Double> TO =
      Parameter.required(
          "to-seconds",
          ParameterType.number(-LONGEST, LONGEST),
          "from the event to the window's end");
  private static final Parameter<Boolean> INCLUDE_END =
      Parameter.of(
          "include-end",
          ParameterType.flag(),
          false,
          "whether the time point at the end belongs to the window, as MNE's tmax does");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "cuts recordings into windows around events, one record each, labelled by the event",
          List.of(
              LabelParameters.LABELS,
              LabelParameters.CLASSES,
              LabelParameters.UNMAPPED,
              FROM,
              TO,
              INCLUDE_END,
              ExclusionParameter.EXCLUDE),
          EventWindowsStep::of);

  private static EventWindowsStep of(Arguments arguments) {
    double from = arguments.value(FROM);
    double to = arguments.value(TO);
    if (from >= to) {
      throw new UsageException(
          "`event-windows` needs `from-seconds` below `to-seconds`, found %s and %s"
              .formatted(from, to));
    }
    return new EventWindowsStep(
        LabelParameters.map(NAME, arguments),
        arguments.value(LabelParameters.UNMAPPED),
        from,
        to,
        arguments.value(INCLUDE_END),
        ExclusionParameter.read(arguments));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.RECORDING, DataKind.RECORDING).emittingMany();
  }

  /// Windows of neighbouring events seldom hold more than the recording twice.
  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, 2 * dataBytes, 0);
  }

  /// One window at a time; there is seldom more than one event in a second.
  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    double events = taken.columns() / taken.columnsPerSecond() + 1;
    Footprint window = Footprint.of(0, taken.bytesOf(to - from), 0);
    return Optional.of(new StoredFootprint.InMemory(window.times((long) events)));
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    Item reported = LabelParameters.report(item, labels, excluded, unmapped);
    EventWindows windows = RecordingStep.suited(NAME, recording, () -> windows(recording));
    WindowEmission emission = new WindowEmission(reported, excluded, emitter);
    for (Annotation event : recording.annotations()) {
      OptionalInt label = labels.classOf(event.text());
      if (label.isPresent()) {
        emit(windows, event, label.getAsInt(), recording, emission, emitter);
      }
    }
  }

  private EventWindows windows(Recording recording) {
    double rate = recording.rate().hertz();
    EventWindows withEnd = EventWindows.between(from, to, rate);
    return includeEnd ? withEnd : new EventWindows(withEnd.offset(), withEnd.length() - 1);
  }

  private void emit(
      EventWindows windows,
      Annotation event,
      int label,
      Recording recording,
      WindowEmission emission,
      Emitter emitter)
      throws MalformedDataException {
    long moment = recording.rate().nearestIndex(event.onset());
    if (!windows.fits(moment, recording.timePoints())) {
      emitter.drop(
          "outside-recording",
          "the window of '%s' at %s s does not lie within the recording"
              .formatted(event.text(), event.onset()));
      return;
    }
    ClassLabel found = new ClassLabel(labels.classes().get(label), label);
    emission.emit(
        (int) windows.start(moment),
        windows.length(),
        window -> window.withLabel(found).withRecorded("event", event.text()));
  }
}
