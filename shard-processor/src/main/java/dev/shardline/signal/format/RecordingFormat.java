package dev.shardline.signal.format;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import java.io.IOException;
import java.util.List;

/// A file format for recordings. Implementations are stateless and safe for many threads; what they
/// open is not.
///
/// Whatever the bytes, nothing but [MalformedDataException] and [IOException] comes out, memory
/// stays within a few times the header plus fixed buffers, and every message names the field and
/// the byte offset in the file at fault.
public interface RecordingFormat {
  /// The name in configuration and messages: `edf`.
  String name();

  /// Whether a sample's main file looks like this format, by its name and first bytes. Cheap; a
  /// positive answer is no promise that the file is sound.
  ///
  /// @param fileName the last part of the key, as it is
  /// @param head the file's first bytes, up to a few hundred
  boolean recognises(String fileName, byte[] head);

  /// What the header says, for every track, before any choice is made.
  ///
  /// @param name the main file: the one that names the others
  RecordingFacts facts(SampleFiles files, String name) throws MalformedDataException, IOException;

  /// The other files that the main file names, as it spells them: relative to its folder. None
  /// where files are known by the main file's name.
  ///
  /// @param files has at least the main file
  default List<String> namedFiles(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    return List.of();
  }

  /// Opens a recording for reading.
  ///
  /// @param name the main file
  /// @throws MalformedDataException if the file breaks the format, or the options do not allow what
  ///   it holds
  RecordingReader open(SampleFiles files, String name, ReadOptions options)
      throws MalformedDataException, IOException;

  /// The annotations of a file, whether or not it also holds signals: an EDF+ hypnogram, a WFDB
  /// annotation file.
  default List<Annotation> annotations(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    return open(files, name, ReadOptions.STRICT).annotations();
  }
}
