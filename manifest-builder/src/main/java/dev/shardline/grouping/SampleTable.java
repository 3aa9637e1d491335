package dev.shardline.grouping;

import dev.shardline.column.TextColumn;
import dev.shardline.dataset.SourceObject;
import dev.shardline.listing.ObjectTable;
import java.util.ArrayList;
import java.util.List;

/// The samples of a data set in the order of their ids (UTF-8 bytes). A sample is one or more rows
/// of the table of objects; the first one gives it its id. Read by many threads.
public final class SampleTable {
  private static final int[] NONE = new int[0];

  private final ObjectTable objects;
  private final int size;

  /// Empty where every sample is one object.
  private final int[] starts;

  /// Empty where every object is a sample.
  private final int[] objectRows;

  private SampleTable(ObjectTable objects, int size, int[] starts, int[] objectRows) {
    this.objects = objects;
    this.size = size;
    this.starts = starts;
    this.objectRows = objectRows;
  }

  /// A sample of each object.
  public static SampleTable ofSingleObjects(ObjectTable objects) {
    return new SampleTable(objects, objects.size(), NONE, NONE);
  }

  /// Samples of several objects.
  ///
  /// @param starts where in `objectRows` each sample's rows begin, and an end behind the last
  /// @param objectRows the samples' rows; the first rows of samples rise
  public static SampleTable of(ObjectTable objects, int[] starts, int[] objectRows) {
    return new SampleTable(objects, starts.length - 1, starts.clone(), objectRows.clone());
  }

  /// How many samples there are.
  public int size() {
    return size;
  }

  public ObjectTable objects() {
    return objects;
  }

  /// How many objects a sample consists of.
  public int objectCount(int sample) {
    return starts.length == 0 ? 1 : starts[sample + 1] - starts[sample];
  }

  /// How many objects all samples consist of.
  public int objectCount() {
    return starts.length == 0 ? size : objectRows.length;
  }

  /// The row of a sample's `index`-th object.
  public int objectRow(int sample, int index) {
    int place = starts.length == 0 ? sample : starts[sample] + index;
    return objectRows.length == 0 ? place : objectRows[place];
  }

  /// The row of a sample's first object, whose id is the sample's.
  public int idRow(int sample) {
    return objectRow(sample, 0);
  }

  /// The column that holds the ids at [#idRow].
  public TextColumn ids() {
    return objects.ids();
  }

  public String id(int sample) {
    return objects.ids().text(idRow(sample));
  }

  /// The size of all its objects.
  public long bytes(int sample) {
    long bytes = 0;
    for (int i = 0; i < objectCount(sample); i++) {
      bytes += objects.bytes().value(objectRow(sample, i));
    }
    return bytes;
  }

  /// Its objects as nouns.
  public List<SourceObject> sourceObjects(int sample) {
    List<SourceObject> nouns = new ArrayList<>();
    for (int i = 0; i < objectCount(sample); i++) {
      nouns.add(objects.object(objectRow(sample, i)));
    }
    return nouns;
  }

  /// The table of these samples, in this order.
  ///
  /// @param samples rising
  public SampleTable select(int[] samples) {
    if (starts.length == 0) {
      int[] rows = new int[samples.length];
      for (int i = 0; i < samples.length; i++) {
        rows[i] = idRow(samples[i]);
      }
      return new SampleTable(objects, samples.length, NONE, rows);
    }
    int[] selectedStarts = new int[samples.length + 1];
    for (int i = 0; i < samples.length; i++) {
      selectedStarts[i + 1] = selectedStarts[i] + objectCount(samples[i]);
    }
    int[] rows = new int[selectedStarts[samples.length]];
    for (int i = 0; i < samples.length; i++) {
      System.arraycopy(
          objectRows, starts[samples[i]], rows, selectedStarts[i], objectCount(samples[i]));
    }
    return new SampleTable(objects, samples.length, selectedStarts, rows);
  }
}
