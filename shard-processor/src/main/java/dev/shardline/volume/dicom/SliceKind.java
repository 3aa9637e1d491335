package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was measured in a slice besides its place: slices of two echoes, or magnitudes and phases,
/// lie at the same positions and yet are no time points of each other.
///
/// @param echoTime in ms as it is told; empty where the file does not say it
/// @param component of the complex values; empty where the file does not say it
record SliceKind(String echoTime, String component) {
  /// ImageType of the standard (PS3.3, C.8.3.1.1.1) and of scanners before it.
  private static final Map<String, String> COMPONENTS =
      Map.of(
          "M", "MAGNITUDE",
          "P", "PHASE",
          "PHASE MAP", "PHASE",
          "R", "REAL",
          "I", "IMAGINARY",
          "MAGNITUDE", "MAGNITUDE",
          "PHASE", "PHASE",
          "REAL", "REAL",
          "IMAGINARY", "IMAGINARY");

  /// GE's ImageType does not tell, an element of its own does.
  private static final List<String> OF_GE = List.of("MAGNITUDE", "PHASE", "REAL", "IMAGINARY");

  static SliceKind of(FrameFacts facts) throws MalformedDataException {
    return new SliceKind(echoTime(facts), component(facts));
  }

  private static String echoTime(FrameFacts facts) throws MalformedDataException {
    DicomTag tag = DicomTag.EFFECTIVE_ECHO_TIME;
    double effective = facts.holder(DicomTag.MR_ECHO_SEQUENCE, tag).realOr(tag, -1);
    double told =
        effective >= 0
            ? effective
            : facts.decimalOr(DicomTag.MR_ECHO_SEQUENCE, DicomTag.ECHO_TIME, -1);
    return told >= 0 ? Double.toString(told) : "";
  }

  private static String component(FrameFacts facts) throws MalformedDataException {
    DicomTag macro = DicomTag.MR_FRAME_TYPE_SEQUENCE;
    String stated = facts.text(macro, DicomTag.COMPLEX_IMAGE_COMPONENT);
    if (!stated.isEmpty()) {
      return component(stated);
    }
    if (facts.text(macro, DicomTag.MANUFACTURER).startsWith("GE")) {
      int type = facts.holder(macro, DicomTag.GE_IMAGE_TYPE).integerOr(DicomTag.GE_IMAGE_TYPE, -1);
      return type >= 0 && type < OF_GE.size() ? OF_GE.get(type) : "";
    }
    return component(facts.text(macro, DicomTag.IMAGE_TYPE));
  }

  private static String component(String words) {
    return Arrays.stream(words.toUpperCase(Locale.ROOT).split("\\\\"))
        .map(word -> COMPONENTS.getOrDefault(word.strip(), ""))
        .filter(component -> !component.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// @throws MalformedDataException if the slices are of several kinds
  static void requireOne(List<DicomSlice> slices) throws MalformedDataException {
    requireOne("EchoTime", slices, SliceKind::echoTime);
    List<DicomSlice> told =
        slices.stream().filter(slice -> !slice.kind().component().isEmpty()).toList();
    requireOne("ComplexImageComponent", told, SliceKind::component);
  }

  private static void requireOne(
      String field, List<DicomSlice> slices, Function<SliceKind, String> value)
      throws MalformedDataException {
    SortedSet<String> found =
        slices.stream()
            .map(slice -> value.apply(slice.kind()))
            .map(text -> text.isEmpty() ? "none" : text)
            .collect(Collectors.toCollection(TreeSet::new));
    if (found.size() > 1) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "series",
          "slices of one " + field,
          "a mixture of " + String.join(", ", found));
    }
  }
}
