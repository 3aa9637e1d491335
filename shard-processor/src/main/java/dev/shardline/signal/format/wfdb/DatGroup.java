package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The signals that share one signal file. Frame after frame, each holds `valuesPerFrame` numbers
/// of every signal, in the order of the header.
///
/// @param signals positions in the header, in that order
/// @param starts where in a frame each of them starts, in numbers
/// @param frameNumbers numbers in a frame
record DatGroup(
    String file,
    DatFormat format,
    long byteOffset,
    List<Integer> signals,
    List<Integer> starts,
    int frameNumbers) {
  /// A frame is read whole; real ones have a few dozen numbers.
  private static final int MOST_FRAME_NUMBERS = 1 << 17;

  DatGroup {
    signals = List.copyOf(signals);
    starts = List.copyOf(starts);
  }

  static List<DatGroup> of(List<WfdbSignal> signals) throws MalformedDataException {
    Map<String, List<Integer>> byFile = new LinkedHashMap<>();
    for (int i = 0; i < signals.size(); i++) {
      byFile.computeIfAbsent(signals.get(i).file(), file -> new ArrayList<>()).add(i);
    }
    List<DatGroup> groups = new ArrayList<>();
    for (List<Integer> members : byFile.values()) {
      requireFile(signals.get(members.getFirst()));
      groups.add(group(signals, members));
    }
    return groups;
  }

  private static void requireFile(WfdbSignal signal) throws MalformedDataException {
    if (signal.file().equals(WfdbSignal.NO_FILE)) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          "signal line",
          signal.lineOffset(),
          "a signal file",
          "'~': a layout, which only announces signals");
    }
  }

  private static DatGroup group(List<WfdbSignal> signals, List<Integer> members)
      throws MalformedDataException {
    WfdbSignal first = signals.get(members.getFirst());
    List<Integer> starts = new ArrayList<>();
    long frameNumbers = 0;
    for (int member : members) {
      WfdbSignal signal = signals.get(member);
      if (signal.formatCode() != first.formatCode() || signal.byteOffset() != first.byteOffset()) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "signal line",
            signal.lineOffset(),
            "format and byte offset of the other signals in " + first.file(),
            "format %d from byte %d on".formatted(signal.formatCode(), signal.byteOffset()));
      }
      starts.add((int) frameNumbers);
      frameNumbers += signal.valuesPerFrame();
      if (frameNumbers > MOST_FRAME_NUMBERS) {
        throw new MalformedDataException(
            Reason.TOO_LARGE,
            "samples per frame",
            signal.lineOffset(),
            "at most " + MOST_FRAME_NUMBERS + " for all signals of a file",
            "" + frameNumbers);
      }
    }
    return new DatGroup(
        first.file(), format(first), first.byteOffset(), members, starts, (int) frameNumbers);
  }

  private static DatFormat format(WfdbSignal signal) throws MalformedDataException {
    return DatFormat.of(signal.formatCode())
        .orElseThrow(() ->
            new MalformedDataException(
                Reason.UNSUPPORTED,
                "format",
                signal.lineOffset(),
                "8, 16, 24, 32, 61, 80, 160, 212, 310 or 311",
                signal.formatCode() + compressed(signal.formatCode())));
  }

  private static String compressed(int code) {
    return code == 508 || code == 516 || code == 524 ? ", which is FLAC-compressed" : "";
  }

  /// Whole frames in a file of this size.
  long framesIn(long fileBytes) {
    long bytes = Math.max(0, fileBytes - byteOffset);
    return format.numbersIn(bytes) / frameNumbers;
  }

  /// The least size of a file with this many frames.
  long fileBytes(long frames) {
    return byteOffset + format.bytesFor(frames * frameNumbers);
  }

  /// The size of a file with this many frames whose last block is whole, as many writers leave it.
  long paddedFileBytes(long frames) {
    long blocks = Math.ceilDiv(frames * frameNumbers, format.blockNumbers());
    return byteOffset + blocks * format.blockBytes();
  }
}
