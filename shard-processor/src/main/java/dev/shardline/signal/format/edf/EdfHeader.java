package dev.shardline.signal.format.edf;

import dev.shardline.signal.SignalType;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an EDF or BDF header says, parsed but not yet judged against the file's size.
///
/// @param startTime date and time of the header, whole seconds; null if it holds no valid date
/// @param recordCount data records; [#UNKNOWN] while the header leaves that open
/// @param recordSeconds duration of a data record; 0 in files without ordinary signals
/// @param signals ordinary signals, in file order
/// @param annotationTracks annotation tracks, in file order
/// @param recordBytes bytes of a data record
record EdfHeader(
    EdfVariant variant,
    EdfContinuity continuity,
    @Nullable LocalDateTime startTime,
    long recordCount,
    double recordSeconds,
    List<EdfSignal> signals,
    List<EdfSignal> annotationTracks,
    long recordBytes) {
  /// The record count of a recording that was never closed properly.
  static final long UNKNOWN = -1;

  EdfHeader {
    signals = List.copyOf(signals);
    annotationTracks = List.copyOf(annotationTracks);
  }

  /// Whether the signal's stored numbers are what it holds: bits, and no measure in any unit.
  boolean isTrigger(EdfSignal signal) {
    return variant == EdfVariant.BDF && SignalType.ofLabel(signal.label()) == SignalType.TRIGGER;
  }

  int signalCount() {
    return signals.size() + annotationTracks.size();
  }

  /// Where the first data record starts.
  long dataOffset() {
    return EdfField.headerBytes(signalCount());
  }

  long recordStart(long record) {
    return dataOffset() + record * recordBytes;
  }

  /// `EDF+C`, `BDF`.
  String title() {
    return variant.title() + continuity.suffix();
  }
}
