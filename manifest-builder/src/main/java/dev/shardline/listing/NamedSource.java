package dev.shardline.listing;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.listing.named.NamedObject;
import dev.shardline.listing.named.ObjectList;
import dev.shardline.manifest.SageMakerManifestParser;
import dev.shardline.probe.ReadPool;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Takes objects that a file names. What the file does not know of them the store is asked for,
/// many at once. Holds the file's names in memory.
///
/// @param stores where the file is read from and the objects are asked for
record NamedSource(StoreProvider stores, Intake intake) {
  private static final int ASKED_AT_ONCE = 64;
  private static final int EXAMPLES = 3;

  /// Takes the objects of a SageMaker ManifestFile.
  void read(SourceSpec.Manifest source) throws IOException {
    List<NamedObject> objects = new ArrayList<>();
    String prefix;
    List<String> suffixes = new ArrayList<>();
    try (InputStream in =
        stores
            .storeOf(source.location())
            .open(source.location(), ObjectVersion.ANY, ByteRange.ALL)) {
      prefix = SageMakerManifestParser.stream(in, suffixes::add);
      for (String suffix : suffixes) {
        objects.add(NamedObject.at(ObjectLocation.parse(prefix + suffix)));
      }
    } catch (MalformedDataException | IllegalArgumentException e) {
      throw new UsageException(
          "%s is no SageMaker ManifestFile: %s".formatted(source.location(), e.getMessage()), e);
    }
    take(source, ObjectLocation.parse(prefix), SourceReader.idPrefix(source), complete(objects));
  }

  /// Takes the objects of a list.
  void read(SourceSpec.Listed source) throws IOException {
    ObjectLocation root = source.root();
    Map<String, List<NamedObject>> byContainer = new LinkedHashMap<>();
    new ObjectList(source.location(), source.column(), stores)
        .read(object ->
            byContainer.computeIfAbsent(container(object), key -> new ArrayList<>()).add(object));
    for (Map.Entry<String, List<NamedObject>> each : byContainer.entrySet()) {
      String container = byContainer.size() == 1 ? "" : each.getKey();
      List<ObjectLocation> places = each.getValue().stream().map(NamedObject::location).toList();
      take(
          source,
          root == null ? commonFolder(places) : requireRoot(root.asDirectory(), places),
          SourceReader.idPrefix(source) + container,
          complete(each.getValue()));
    }
  }

  private static String container(NamedObject object) {
    ObjectLocation location = object.location();
    return location.container().isEmpty() ? "" : location.container() + "/";
  }

  private static ObjectLocation requireRoot(ObjectLocation root, List<ObjectLocation> places) {
    for (ObjectLocation place : places) {
      if (!root.contains(place)) {
        throw new UsageException(
            "The list names %s, which does not lie under the source's root %s"
                .formatted(place, root));
      }
    }
    return root;
  }

  /// The deepest folder that all places lie in.
  private static ObjectLocation commonFolder(List<ObjectLocation> places) {
    ObjectLocation first = places.getFirst();
    String common = first.key().substring(0, first.key().lastIndexOf('/') + 1);
    for (ObjectLocation place : places) {
      while (!place.key().startsWith(common)) {
        common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      }
    }
    return new ObjectLocation(first.scheme(), first.container(), common);
  }

  private void take(
      SourceSpec source, ObjectLocation place, String idPrefix, List<ObjectSummary> objects) {
    int root = intake.root(idPrefix, place);
    for (ObjectSummary object : objects) {
      String relative = object.location().key().substring(place.key().length());
      intake.take(root, idPrefix, source.filter(), relative, object.bytes(), object.version());
    }
    intake.tell();
  }

  private List<ObjectSummary> complete(List<NamedObject> objects) {
    @Nullable ObjectSummary[] found = new ObjectSummary[objects.size()];
    new ReadPool(ASKED_AT_ONCE)
        .readAll(found.length, index -> found[index] = ask(objects.get(index)));
    int[] missing = IntStream.range(0, found.length).filter(i -> found[i] == null).toArray();
    if (missing.length > 0) {
      throw new UsageException(
          "%d of %d objects that are named are not there, such as %s"
              .formatted(
                  missing.length,
                  found.length,
                  Arrays.stream(missing)
                      .limit(EXAMPLES)
                      .mapToObj(i -> objects.get(i).location())
                      .toList()));
    }
    return Arrays.stream(found).map(Objects::requireNonNull).toList();
  }

  /// The object as the store knows it; null if it has none.
  private @Nullable ObjectSummary ask(NamedObject object) {
    if (!object.isIncomplete()) {
      return new ObjectSummary(object.location(), object.bytes(), object.version());
    }
    try {
      return stores.storeOf(object.location()).head(object.location()).orElse(null);
    } catch (IOException e) {
      throw StorageFailure.ending(e);
    }
  }
}
