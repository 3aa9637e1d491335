package dev.shardline.growth;

import dev.shardline.column.LongColumn;
import dev.shardline.column.TextColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.digest.StableHash;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.LabelEncoding;
import dev.shardline.manifest.PartDescription;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an earlier build decided: its samples numbered part by part, in part order, each with its
/// group of copies and a hash of its objects' versions. Costs an id and a few dozen bytes a sample.
/// Not to be changed once read.
public final class PreviousDataset {
  /// No earlier build.
  public static final PreviousDataset NONE = new PreviousDataset(null, LabelEncoding.EMPTY);

  private final @Nullable Digest digest;
  private final LabelEncoding labels;
  private final TextDictionary ids = new TextDictionary();
  private final TextColumn copyGroups = new TextColumn();
  private final LongColumn versions = new LongColumn();
  private final List<PreviousPart> parts = new ArrayList<>();

  private PreviousDataset(@Nullable Digest digest, LabelEncoding labels) {
    this.digest = digest;
    this.labels = labels;
  }

  /// Reads the data set in `directory`, every file held to its digest.
  ///
  /// @throws UsageException if none was built there, or one of its files was changed
  /// @throws dev.shardline.failure.RetryableException if the store fails
  public static PreviousDataset read(StoreProvider stores, ObjectLocation directory) {
    try {
      BuiltDataset dataset = BuiltDataset.open(stores, directory);
      PreviousDataset previous = new PreviousDataset(dataset.digest(), dataset.labels());
      for (PartDescription part : dataset.description().parts()) {
        previous.add(part, dataset.samples(part.id()), directory);
      }
      return previous;
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "There is no data set in %s; dataset.previous must name the directory that an earlier build printed"
              .formatted(directory),
          e);
    } catch (DamagedFileException e) {
      throw new UsageException(
          "The previous data set cannot be continued: %s".formatted(e.getMessage()), e);
    } catch (IOException e) {
      throw StorageFailure.ending(e);
    }
  }

  private void add(PartDescription part, List<Sample> samples, ObjectLocation directory)
      throws DamagedFileException {
    int from = ids.size();
    for (Sample sample : samples) {
      if (ids.add(sample.id()) != versions.size()) {
        throw new DamagedFileException(
            directory.toString(), "sample %s is in two parts".formatted(sample.id()));
      }
      copyGroups.add(sample.duplicateGroup());
      versions.add(versionsHash(sample.objects()));
    }
    parts.add(new PreviousPart(part.id(), from, ids.size()));
  }

  /// A hash of what the store knew of a sample's objects, wherever they lie.
  static long versionsHash(List<SourceObject> objects) {
    StringBuilder text = new StringBuilder();
    for (SourceObject object : objects) {
      text.append(object.location().fileName())
          .append('\n')
          .append(object.bytes())
          .append('\n')
          .append(object.version().etag())
          .append('\n')
          .append(object.version().versionId())
          .append('\n');
    }
    return StableHash.of(text.toString());
  }

  /// The digest of its `dataset.json`; empty where there is no earlier build.
  public Optional<Digest> digest() {
    return Optional.ofNullable(digest);
  }

  /// Its label encoding, which a grown data set continues.
  public LabelEncoding labels() {
    return labels;
  }

  /// How many samples it has.
  public int size() {
    return ids.size();
  }

  /// Its samples' ids.
  TextDictionary ids() {
    return ids;
  }

  String id(int number) {
    return ids.text(number);
  }

  long versions(int number) {
    return versions.value(number);
  }

  /// The group of copies as its catalog names it; empty for a sample without copies.
  String copyGroup(int number) {
    return copyGroups.text(number);
  }

  /// In the order of its description.
  List<PreviousPart> parts() {
    return List.copyOf(parts);
  }

  /// The splits that have parts, each once, in the order of its description.
  public List<Split> splits() {
    return parts.stream().map(part -> part.id().split()).distinct().toList();
  }
}
