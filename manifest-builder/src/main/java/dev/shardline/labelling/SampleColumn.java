package dev.shardline.labelling;

import dev.shardline.column.CodeColumn;
import dev.shardline.column.TextDictionary;

/// Something known of samples: a name and a text for each sample, or none.
///
/// Owns the array that it is made of; not to be changed afterwards.
public final class SampleColumn {
  private final String name;
  private final TextDictionary values;
  private final CodeColumn codes;

  /// @param codes for each sample the number of its text in `values`, or [TextDictionary#ABSENT]
  public SampleColumn(String name, TextDictionary values, int[] codes) {
    this(name, values, CodeColumn.of(codes));
  }

  private SampleColumn(String name, TextDictionary values, CodeColumn codes) {
    this.name = name;
    this.values = values;
    this.codes = codes;
  }

  public String name() {
    return name;
  }

  /// How many samples there are.
  public int size() {
    return codes.size();
  }

  /// The different texts.
  public TextDictionary values() {
    return values;
  }

  /// The number of a sample's text in [#values()], [TextDictionary#ABSENT] for none.
  public int code(int sample) {
    return codes.at(sample);
  }

  /// [#code(int)] of every sample.
  public CodeColumn codes() {
    return codes;
  }

  public boolean isPresent(int sample) {
    return codes.at(sample) != TextDictionary.ABSENT;
  }

  /// A sample's text, empty for none.
  public String text(int sample) {
    return isPresent(sample) ? values.text(codes.at(sample)) : "";
  }

  /// The column of these samples, in this order.
  public SampleColumn select(int[] samples) {
    return new SampleColumn(name, values, codes.select(samples));
  }
}
