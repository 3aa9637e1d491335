package dev.shardline.listing;

import dev.shardline.failure.UsageException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StorageFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Reads sources into one table of objects. For one thread.
public final class SourceReader {
  private static final int EXAMPLES = 3;

  private final PrefixLister lister;
  private final LongConsumer progress;
  private final ObjectTableBuilder table = new ObjectTableBuilder();
  private final List<String> excludedExamples = new ArrayList<>();
  private long listed;
  private long excluded;
  private long folders;

  /// @param progress told now and then how many objects were listed so far
  public SourceReader(PrefixLister lister, LongConsumer progress) {
    this.lister = lister;
    this.progress = progress;
  }

  /// Reads all sources.
  ///
  /// @throws UsageException if they hold nothing, or cannot be read
  /// @throws dev.shardline.failure.RetryableException if a store fails
  public Listing read(List<SourceSpec> sources) {
    for (SourceSpec source : sources) {
      try {
        readSource(source);
      } catch (IOException e) {
        throw StorageFailure.ending(e);
      }
    }
    ObjectTable objects = table.build();
    requireObjects(sources);
    return new Listing(objects, new ListingCounts(listed, excluded, folders, table.repeated()));
  }

  private void readSource(SourceSpec source) throws IOException {
    switch (source) {
      case SourceSpec.Prefix prefix -> readPrefix(prefix);
    }
  }

  private void readPrefix(SourceSpec.Prefix source) throws IOException {
    String idPrefix = source.name().isEmpty() ? "" : source.name() + "/";
    int root = table.addRoot(new ObjectRoot(idPrefix, source.location()));
    int cut = source.location().key().length();
    lister.list(
        source.location(),
        objects -> {
          for (ObjectSummary object : objects) {
            take(source, root, idPrefix, object.location().key().substring(cut), object);
          }
          progress.accept(listed);
        });
  }

  private void take(
      SourceSpec source, int root, String idPrefix, String relative, ObjectSummary object) {
    listed++;
    if (relative.isEmpty() || relative.endsWith("/") && object.bytes() == 0) {
      folders++;
    } else if (source.filter().takes(relative)) {
      table.add(
          root,
          idPrefix.isEmpty() ? relative : idPrefix + relative,
          object.bytes(),
          object.version().etag(),
          object.version().versionId());
    } else {
      excluded++;
      if (excludedExamples.size() < EXAMPLES) {
        excludedExamples.add(relative);
      }
    }
  }

  private void requireObjects(List<SourceSpec> sources) {
    if (table.size() > 0) {
      return;
    }
    List<ObjectLocation> places = sources.stream().map(SourceSpec::location).toList();
    if (excluded == 0) {
      throw new UsageException(
          "Nothing lies under %s. Check the location of dataset.source".formatted(places));
    }
    throw new UsageException(
        "%d objects lie under %s, but dataset.include and dataset.exclude take none of them; the first are %s"
            .formatted(excluded, places, excludedExamples));
  }
}
