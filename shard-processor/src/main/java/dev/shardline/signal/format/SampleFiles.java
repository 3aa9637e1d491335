package dev.shardline.signal.format;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The files of one sample, by name: how a header finds its data and its annotations. Names are
/// plain file names within the sample, compared exactly; a name that reaches outside (`/`, `..`) is
/// never found.
public interface SampleFiles {
  /// The file of this name, or empty if the sample has none.
  ///
  /// @throws IOException if it is there and cannot be opened
  Optional<ByteSource> find(String name) throws IOException;

  /// The file of this name, which the sample cannot do without.
  ///
  /// @param namedBy who asks for it: the header field or file that names it
  /// @throws MalformedDataException with [Reason#MISSING_OBJECT] if it is not there
  default ByteSource require(String name, String namedBy)
      throws MalformedDataException, IOException {
    Optional<ByteSource> found = find(name);
    if (found.isEmpty()) {
      throw new MalformedDataException(
          Reason.MISSING_OBJECT,
          namedBy,
          "a file '%s' in the sample (one that is called otherwise than its header joins it with `samples: headers`)"
              .formatted(name),
          "none");
    }
    return found.get();
  }

  /// These files, and where they lack a name, the others.
  default SampleFiles orElse(SampleFiles others) {
    return name -> {
      Optional<ByteSource> found = find(name);
      return found.isPresent() ? found : others.find(name);
    };
  }

  /// Files in memory. The arrays are not copied.
  static SampleFiles of(Map<String, byte[]> files) {
    Map<String, byte[]> copy = Map.copyOf(files);
    return name -> Optional.ofNullable(copy.get(name)).map(ByteSource::of);
  }
}
