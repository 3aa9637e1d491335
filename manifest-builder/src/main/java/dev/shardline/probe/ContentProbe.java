package dev.shardline.probe;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/// Looks inside samples of one kind of format on behalf of the builder. Implementations are safe
/// for many threads, keep no state between samples, and give the same findings for the same bytes
/// on every machine: the split rests on them.
public interface ContentProbe {
  /// Whether this probe reads samples whose first object is named so. Judged from the name alone;
  /// the first probe that says yes is asked, so the order of probes is part of the wiring.
  ///
  /// @param fileName what follows the last `/` of the object's key
  boolean reads(String fileName);

  /// Whether its headers name a series. Files of a series are called whatever a scanner called
  /// them, so where samples are series such a probe is asked about names that no probe knows, too.
  default boolean knowsSeries() {
    return false;
  }

  /// What the headers say, by as few and as short reads as the format allows.
  ///
  /// @throws MalformedDataException if the data is not what its format demands
  /// @throws IOException if the store fails
  HeaderFindings readHeader(SampleBytes sample) throws IOException, MalformedDataException;

  /// The files that the sample's first object says the recording consists of, by names relative to
  /// its folder; none for formats whose files are known by their names alone.
  ///
  /// @param head a sample of that object only
  /// @throws MalformedDataException if the object is not what its format demands
  /// @throws IOException if the store fails
  default List<String> namedFiles(SampleBytes head) throws IOException, MalformedDataException {
    return List.of();
  }

  /// The fingerprint of the decoded content. Reads and decodes the sample whole; bounded by the
  /// format's own memory rules.
  ///
  /// @throws MalformedDataException if the data cannot be decoded
  /// @throws IOException if the store fails
  Fingerprint fingerprint(SampleBytes sample) throws IOException, MalformedDataException;

  /// Whether two samples that share a candidate key are copies of each other. Symmetric.
  ///
  /// @param first a fingerprint of this probe
  /// @param second a fingerprint of this probe
  /// @return how alike they are, at most 1, if they are copies; empty if they are not
  OptionalDouble confirm(Fingerprint first, Fingerprint second);
}
