package dev.shardline.split;

import dev.shardline.column.CodeColumn;
import java.util.function.IntFunction;

/// A reason for which samples must not be separated: all that have one code belong together.
public final class Bond {
  private final CodeColumn codes;
  private final int codeCount;
  private final IntFunction<String> meaning;

  /// @param codes a code for each sample, below `codeCount`, or negative for none
  /// @param meaning what samples with a code have in common, for messages: `have the subject "s1"`
  public Bond(CodeColumn codes, int codeCount, IntFunction<String> meaning) {
    this.codes = codes;
    this.codeCount = codeCount;
    this.meaning = meaning;
  }

  CodeColumn codes() {
    return codes;
  }

  int codeCount() {
    return codeCount;
  }

  String meaning(int code) {
    return meaning.apply(code);
  }
}
