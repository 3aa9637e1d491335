package dev.shardline.grouping;

import dev.shardline.column.TextColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.ObjectTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// Groups objects into samples.
public final class Grouper {
  private final GroupingSpec spec;
  private final SeriesReader series;
  private final NameReader names;

  /// @param series reads the series ids of objects, where they are asked for
  /// @param names reads which files headers name, where that is asked for
  public Grouper(GroupingSpec spec, SeriesReader series, NameReader names) {
    this.spec = spec;
    this.series = series;
    this.names = names;
  }

  /// Reads which series objects belong to.
  @FunctionalInterface
  public interface SeriesReader {
    /// For each row the series its object belongs to; empty for none.
    List<String> read(ObjectTable objects);
  }

  /// Reads which files objects name.
  @FunctionalInterface
  public interface NameReader {
    /// For each row the files that its object says it consists of, relative to its folder.
    List<List<String>> read(ObjectTable objects);
  }

  /// The samples that the objects form.
  public SampleTable group(ObjectTable objects) {
    return switch (spec) {
      case GroupingSpec.Single() -> SampleTable.ofSingleObjects(objects);
      case GroupingSpec.Families() ->
          SampleAssembler.assemble(objects, new FamilyGrouper(objects).headOf());
      case GroupingSpec.Bids() ->
          SampleAssembler.assemble(
              objects, BidsMetadata.leaveOut(objects.ids(), new FamilyGrouper(objects).headOf()));
      case GroupingSpec.Headers() ->
          SampleAssembler.assemble(
              objects,
              NamedFiles.gather(objects, new FamilyGrouper(objects).headOf(), names.read(objects)));
      case GroupingSpec.Folder() -> byText(objects, row -> folder(objects, row), List.of());
      case GroupingSpec.Pattern(KeyPattern pattern, List<String> first) ->
          byText(objects, row -> groupText(pattern, objects, row), first);
      case GroupingSpec.Series() -> byText(objects, series.read(objects)::get, List.of());
    };
  }

  private static String folder(ObjectTable objects, int row) {
    String id = objects.ids().text(row);
    return id.substring(0, id.lastIndexOf('/') + 1);
  }

  private static String groupText(KeyPattern pattern, ObjectTable objects, int row) {
    String text = pattern.group(objects.relativeKey(row), GroupingSpec.Pattern.GROUP);
    return text.isEmpty() ? "" : objects.roots().get(objects.rootIndex(row)).idPrefix() + text;
  }

  /// Objects with one text that is not empty are a sample.
  ///
  /// @param first extensions of a sample's first object, by rank
  private static SampleTable byText(
      ObjectTable objects, IntFunction<String> text, List<String> first) {
    TextDictionary texts = new TextDictionary();
    int[] codes = new int[objects.size()];
    for (int row = 0; row < codes.length; row++) {
      String own = text.apply(row);
      codes[row] = own.isEmpty() ? TextDictionary.ABSENT : texts.add(own);
    }
    int[] heads = new int[texts.size()];
    Arrays.fill(heads, -1);
    for (int row = 0; row < codes.length; row++) {
      int code = codes[row];
      if (code >= 0
          && (heads[code] < 0
              || rank(objects.ids(), row, first) < rank(objects.ids(), heads[code], first))) {
        heads[code] = row;
      }
    }
    int[] headOf = new int[codes.length];
    Arrays.setAll(headOf, row -> codes[row] < 0 ? row : heads[codes[row]]);
    return SampleAssembler.assemble(objects, headOf);
  }

  private static int rank(TextColumn ids, int row, List<String> first) {
    if (first.isEmpty()) {
      return 0;
    }
    String id = ids.text(row).toLowerCase(Locale.ROOT);
    for (int i = 0; i < first.size(); i++) {
      if (id.endsWith(first.get(i))) {
        return i;
      }
    }
    return first.size();
  }
}
