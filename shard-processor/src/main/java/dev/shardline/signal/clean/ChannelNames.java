package dev.shardline.signal.clean;

import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// New labels for signal channels.
///
/// @param names the new label for each old one; labels that are not there are no error
/// @param standard whether other labels are first spelled as the 10-20 system does, where they are
///   of its form: `EEG FC5-Ref`, `Fc5.` and `fc5` become `FC5`
public record ChannelNames(SortedMap<String, String> names, boolean standard) {
  private static final Pattern ELECTRODE =
      Pattern.compile(
          "(?:EEG[ _-]+)?((?:FP|AF|FC|FT|CP|TP|PO|F|C|T|P|O|I|N)(?:Z|\\d{1,2})H?)\\.*"
              + "(?:[ _-]+(?:REF|LE|AVG|M1|M2|A1|A2))?",
          Pattern.CASE_INSENSITIVE);

  public ChannelNames {
    names = new TreeMap<>(names);
  }

  /// The recording with new labels; the signal itself is shared. A signal channel of no known type
  /// gets the type that its new label tells.
  ///
  /// @throws IllegalArgumentException if two signal channels get one label
  public Recording apply(Recording recording) {
    List<SignalChannel> renamed =
        recording.channels().stream()
            .map(channel -> renamed(channel, labelFor(channel.label())))
            .toList();
    return recording.withChannels(renamed, recording.traces());
  }

  private static SignalChannel renamed(SignalChannel channel, String label) {
    SignalType type =
        channel.type() == SignalType.OTHER ? SignalType.ofLabel(label) : channel.type();
    return new SignalChannel(label, channel.unit(), type);
  }

  private String labelFor(String label) {
    String given = names.get(label);
    if (given != null) {
      return given;
    }
    Matcher electrode = ELECTRODE.matcher(label.strip());
    return standard && electrode.matches() ? spelled(electrode.group(1)) : label;
  }

  /// `FP1` → `Fp1`, `CZ` → `Cz`, `AFZ` → `AFz`.
  private static String spelled(String electrode) {
    String upper = electrode.toUpperCase(Locale.ROOT);
    String pole = upper.startsWith("FP") ? "Fp" + upper.substring(2) : upper;
    return pole.replaceFirst("Z$", "z").replaceFirst("H$", "h").replaceFirst("Zh$", "zh");
  }
}
