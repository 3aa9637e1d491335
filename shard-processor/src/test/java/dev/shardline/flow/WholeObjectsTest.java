package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeObjectsTest {
  private static final int HEAD = 1 << 18;
  private static final byte[] LARGE = new byte[(33 << 20) + 4321];
  private static final byte[] SMALL = "annotations".getBytes(StandardCharsets.UTF_8);

  static {
    new Random(11).nextBytes(LARGE);
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ObjectRooms rooms = new ObjectRooms(40 << 20);
  private final AtomicLong asked = new AtomicLong();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private SourceBytes read(SampleSource source, boolean outside) throws Exception {
    Sample sample =
        new Sample(
            "day",
            List.of(object("day.dat", LARGE.length), object("day.atr", SMALL.length)),
            "subject",
            "",
            new ClassLabel("x", 0),
            Map.of());
    return new WholeObjects(
            new ObjectReader(source, threads, new WorkerMetrics()), rooms, asked::addAndGet)
        .read(sample, Arrays.copyOf(LARGE, HEAD), outside);
  }

  private SourceObject object(String name, int bytes) {
    return new SourceObject(ObjectLocation.ofPath(folder.resolve(name)), bytes, ObjectVersion.ANY);
  }

  private static byte[] content(SourceObject object) {
    return object.location().fileName().equals("day.dat") ? LARGE : SMALL;
  }

  private static InputStream stream(SourceObject object, long offset) {
    byte[] bytes = content(object);
    return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
  }

  private static void assertWhole(SourceBytes read) {
    assertThat(read.objects().getFirst().bytes()).isEqualTo(LARGE);
    assertThat(read.objects().getLast().bytes()).isEqualTo(SMALL);
    assertThat(read.objects()).extracting(NamedBytes::name).containsExactly("day.dat", "day.atr");
  }

  @Test
  void aLargeObjectLiesOutsideTheHeapUntilItsSampleIsClosed() throws Exception {
    SourceBytes read = read((object, range) -> stream(object, range.offset()), true);

    assertThat(read.first().memory().isNative()).isTrue();
    assertThat(read.objects().getLast().memory().isNative()).isFalse();
    assertWhole(read);
    assertThat(asked).hasValue(SMALL.length);
    assertThat(rooms.lend(20 << 20)).as("beside it").isEmpty();
    read.close();
    read.close();
    assertThat(rooms.lend(20 << 20)).as("in its place").isPresent();
  }

  @Test
  void itLiesInAnArrayWhereTheRecipeWantsOneOrNoRoomIsLeft() throws Exception {
    SampleSource source = (object, range) -> stream(object, range.offset());
    SourceBytes wanted = read(source, false);
    SourceBytes first = read(source, true);
    SourceBytes second = read(source, true);

    assertThat(wanted.first().memory().isNative()).isFalse();
    assertThat(first.first().memory().isNative()).isTrue();
    assertThat(second.first().memory().isNative()).isFalse();
    assertWhole(wanted);
    assertWhole(second);
    assertThat(asked).hasValue(2L * LARGE.length + 3L * SMALL.length);
  }

  @Test
  void filesOfAFolderAreReadStraightIntoIt() throws Exception {
    Files.write(folder.resolve("day.dat"), LARGE);
    Files.write(folder.resolve("day.atr"), SMALL);
    LocalStore store = new LocalStore();

    assertWhole(
        read((object, range) -> store.open(object.location(), object.version(), range), true));
  }

  @Test
  void aRequestThatBreaksIsMadeAgain() throws Exception {
    Set<Long> broken = ConcurrentHashMap.newKeySet();
    SampleSource breaking =
        (object, range) ->
            range.length() > 1 << 20 && broken.add(range.offset())
                ? new ByteArrayInputStream(new byte[70_001])
                : stream(object, range.offset());

    assertWhole(read(breaking, true));
    assertThat(broken).as("requests").hasSize(2);
  }

  @Test
  void roomIsGivenBackWhenAnObjectIsGone() {
    SampleSource source =
        (object, range) -> {
          if (content(object) == SMALL) {
            throw new NoSuchFileException("day.atr");
          }
          return stream(object, range.offset());
        };

    assertThatThrownBy(() -> read(source, true)).isInstanceOf(UnusableSampleException.class);
    assertThat(rooms.lend(33 << 20)).isPresent();
  }
}
