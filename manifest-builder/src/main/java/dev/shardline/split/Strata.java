package dev.shardline.split;

import dev.shardline.column.CodeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the splits are to have equal shares of. A *stratum* is a combination of values that samples
/// have in the stratified columns (the label first); a *quantity* is something counted: all
/// samples, the samples with one value of one column, the samples of one stratum. Every stratum
/// knows the quantities that a sample in it counts for. Owns its arrays; not to be changed.
public final class Strata {
  private static final int MOST_STRATA = 1 << 20;

  private final CodeColumn stratumOf;
  private final int[][] quantitiesOf;
  private final int quantities;
  private final int classes;

  private Strata(CodeColumn stratumOf, int[][] quantitiesOf, int quantities, int classes) {
    this.stratumOf = stratumOf;
    this.quantitiesOf = quantitiesOf;
    this.quantities = quantities;
    this.classes = classes;
  }

  /// A stratified column.
  ///
  /// @param codes for each sample, from 0
  /// @param count how many different codes there are
  public record Column(CodeColumn codes, int count) {}

  /// Strata by label and further columns.
  ///
  /// @param label the classes; quantities 1 to their number are the classes
  /// @throws IllegalArgumentException if there are more than a million combinations
  public static Strata of(Column label, List<Column> further) {
    if (further.isEmpty()) {
      return ofLabel(label);
    }
    List<Column> columns = new ArrayList<>();
    columns.add(label);
    columns.addAll(further);
    int samples = label.codes.size();
    int[] stratumOf = label.codes.toArray();
    int strata = label.count;
    for (Column column : further) {
      strata = combine(stratumOf, column);
    }
    int[] example = new int[strata];
    for (int sample = samples - 1; sample >= 0; sample--) {
      example[stratumOf[sample]] = sample;
    }
    int total = 1 + columns.stream().mapToInt(Column::count).sum();
    int[][] quantitiesOf = new int[strata][];
    for (int stratum = 0; stratum < strata; stratum++) {
      quantitiesOf[stratum] = quantitiesOf(columns, example[stratum], total + stratum);
    }
    return new Strata(CodeColumn.of(stratumOf), quantitiesOf, total + strata, label.count);
  }

  private static Strata ofLabel(Column label) {
    int[][] quantitiesOf = new int[label.count][];
    for (int stratum = 0; stratum < label.count; stratum++) {
      quantitiesOf[stratum] = new int[] {0, 1 + stratum};
    }
    return new Strata(label.codes, quantitiesOf, 1 + label.count, label.count);
  }

  /// Refines strata by one more column, numbering the combinations that occur.
  private static int combine(int[] stratumOf, Column column) {
    Map<Long, Integer> numbers = new HashMap<>();
    for (int sample = 0; sample < stratumOf.length; sample++) {
      long pair = (long) stratumOf[sample] * column.count + column.codes.at(sample);
      Integer known = numbers.get(pair);
      if (known == null) {
        known = numbers.size();
        numbers.put(pair, known);
      }
      stratumOf[sample] = known;
    }
    if (numbers.size() > MOST_STRATA) {
      throw new IllegalArgumentException(
          "%d combinations of the stratified columns; at most %d can be kept in balance"
              .formatted(numbers.size(), MOST_STRATA));
    }
    return numbers.size();
  }

  private static int[] quantitiesOf(List<Column> columns, int example, int joint) {
    int[] result = new int[columns.size() + 2];
    int offset = 1;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      result[i + 1] = offset + column.codes.at(example);
      offset += column.count;
    }
    result[columns.size() + 1] = joint;
    Arrays.sort(result);
    return result;
  }

  /// How many strata there are.
  public int count() {
    return quantitiesOf.length;
  }

  /// How many quantities there are: 0 is all samples, 1 to [#classes()] the classes.
  public int quantities() {
    return quantities;
  }

  public int classes() {
    return classes;
  }

  public int of(int sample) {
    return stratumOf.at(sample);
  }

  /// [#of(int)] of every sample.
  CodeColumn codes() {
    return stratumOf;
  }

  /// The quantities that a sample of this stratum counts for, rising. Not to be changed.
  int[] quantitiesOf(int stratum) {
    return quantitiesOf[stratum];
  }
}
