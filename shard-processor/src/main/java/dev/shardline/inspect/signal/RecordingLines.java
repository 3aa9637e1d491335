package dev.shardline.inspect.signal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.TrackFacts;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The facts of a recording, in reading order.
final class RecordingLines {
  private static final int MOST_TEXTS = 50;

  private RecordingLines() {}

  static ObjectNode of(RecordingFacts recording) {
    ObjectNode facts =
        CanonicalJson.object()
            .put("signal-channels", recording.tracks().size())
            .put("duration-seconds", recording.durationSeconds());
    recording.start().ifPresent(start -> facts.put("start", start.toString()));
    Map<Double, Long> rates =
        recording.tracks().stream()
            .collect(
                Collectors.groupingBy(
                    track -> track.rate().hertz(), TreeMap::new, Collectors.counting()));
    ArrayNode list = facts.putArray("sampling-rates-hz");
    rates.keySet().forEach(list::add);
    facts.put(
        "decoded-bytes",
        recording.tracks().stream().mapToLong(TrackFacts::timePoints).sum() * Float.BYTES);
    return facts;
  }

  /// Adds what was measured in the beginning of a recording, as the table `channels`.
  static void addValues(ObjectNode facts, Recording beginning) {
    facts.put("read-seconds", beginning.durationSeconds());
    ArrayNode table = facts.putArray("channels");
    for (int i = 0; i < beginning.channels().size(); i++) {
      SignalChannel channel = beginning.channels().get(i);
      DoubleSummaryStatistics values = new DoubleSummaryStatistics();
      long missing = 0;
      for (double value : beginning.traces().doubles(i)) {
        if (Double.isFinite(value)) {
          values.accept(value);
        } else {
          missing++;
        }
      }
      ObjectNode row =
          table
              .addObject()
              .put("label", channel.label())
              .put("type", channel.type().fileName())
              .put("unit", channel.unit().symbol());
      if (values.getCount() > 0) {
        row.put("least", values.getMin())
            .put("mean", values.getAverage())
            .put("greatest", values.getMax());
      }
      row.put("not-finite", missing);
    }
  }

  /// Adds which signal channels run at other rates than the one that is read, if there are any.
  static void addOthers(ObjectNode facts, RecordingFacts recording, SamplingRate read) {
    List<TrackFacts> others =
        recording.tracks().stream().filter(track -> !track.rate().equals(read)).toList();
    if (others.isEmpty()) {
      return;
    }
    ArrayNode table = facts.putArray("channels-at-other-rates-not-read");
    for (TrackFacts track : others) {
      table
          .addObject()
          .put("label", track.channel().label())
          .put("type", track.channel().type().fileName())
          .put("unit", track.channel().unit().symbol())
          .put("rate-hz", track.rate().hertz());
    }
  }

  /// Adds how often each text is annotated and for how long, the first texts in their order.
  static void addAnnotations(ObjectNode facts, List<Annotation> annotations) {
    facts.put("annotations", annotations.size());
    Map<String, List<Annotation>> byText =
        annotations.stream()
            .collect(Collectors.groupingBy(Annotation::text, TreeMap::new, Collectors.toList()));
    if (byText.isEmpty()) {
      return;
    }
    ArrayNode table = facts.putArray("annotation-texts");
    byText.entrySet().stream()
        .limit(MOST_TEXTS)
        .forEach(entry ->
            table
                .addObject()
                .put("text", entry.getKey())
                .put("count", entry.getValue().size())
                .put("first-seconds", entry.getValue().getFirst().onset())
                .put(
                    "total-seconds",
                    entry.getValue().stream().mapToDouble(Annotation::duration).sum()));
  }
}
