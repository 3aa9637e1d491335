package dev.shardline.benchmark.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.flow.ObjectRoom;
import dev.shardline.flow.ObjectRooms;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StepTimer;
import dev.shardline.recipe.signal.SignalSteps;
import dev.shardline.shard.NpyEncoding;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.local.LocalStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs a recipe over a folder of NPY recordings (32 signal channels at 256 Hz), in one thread,
/// once for each line on its input, and writes what comes out beside them. Says `ready`, then
/// `done` after each pass.
///
/// Arguments: `welch` or `epochs`, the folder, the output folder.
public final class SignalBenchmark {
  private static final Map<String, String> RECIPES =
      Map.of(
          "welch",
          """
          {"welch-psd": {"segment-points": 1024, "overlap-points": 512},
           "band-power": {"bands": {"delta": [0.5, 4], "theta": [4, 8], "alpha": [8, 12],
                                    "beta": [12, 30], "gamma": [30, 45]}}}
          """,
          "epochs",
          """
          {"butterworth": {"low-hz": 0.5, "high-hz": 40, "order": 4},
           "resample-recording": {"rate-hz": 100},
           "fixed-windows": {"seconds": 30},
           "scale-recording": {},
           "recording-to-tensor": {}}
          """);
  private static final String DECODE = "{\"stated-rate-hz\": 256, \"stated-unit\": \"uV\"}";

  private static final LocalStore STORE = new LocalStore();

  private final ObjectRooms rooms = new ObjectRooms(1L << 30);
  private final Recipe recipe;
  private final Path output;

  private SignalBenchmark(Recipe recipe, Path output) {
    this.recipe = recipe;
    this.output = output;
  }

  public static void main(String[] arguments) throws Exception {
    SignalBenchmark benchmark =
        new SignalBenchmark(recipe(arguments[0]), Files.createDirectories(Path.of(arguments[2])));
    List<Path> files;
    try (Stream<Path> listed = Files.list(Path.of(arguments[1]))) {
      files = listed.filter(file -> file.toString().endsWith(".npy")).sorted().toList();
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    while (input.readLine() != null) {
      for (Path file : files) {
        benchmark.process(file);
      }
      System.out.println("done");
    }
  }

  private static Recipe recipe(String name) throws IOException {
    StepCatalog catalog = StepCatalog.of(SignalSteps.all());
    List<RecipeStep> steps = new ArrayList<>();
    steps.add(
        step(
            catalog,
            1,
            "decode-recording",
            (ObjectNode) CanonicalJson.parse(DECODE.getBytes(StandardCharsets.UTF_8))));
    ObjectNode rest =
        (ObjectNode) CanonicalJson.parse(RECIPES.get(name).getBytes(StandardCharsets.UTF_8));
    for (var one : rest.properties()) {
      steps.add(step(catalog, steps.size() + 1, one.getKey(), (ObjectNode) one.getValue()));
    }
    return Recipe.of(0, steps);
  }

  private static RecipeStep step(StepCatalog catalog, int position, String name, ObjectNode given) {
    StepFactory factory = catalog.find(name).orElseThrow();
    Arguments arguments = Arguments.read(factory.parameters(), given);
    return new RecipeStep(
        position, arguments.canonical(), factory.version(), factory.create(arguments));
  }

  private void process(Path file) throws IOException, MalformedDataException {
    String name = file.getFileName().toString();
    SampleFacts facts =
        new SampleFacts(name, name, new ClassLabel("x", 0), Split.TRAIN, Map.of(), 0);
    try (ObjectRoom room = rooms.lend(Files.size(file)).orElseThrow();
        OutputStream out = Files.newOutputStream(output.resolve(name))) {
      RecipeRun run =
          new RecipeRun(recipe, (_, item) -> write((Tensor) item.data(), out), StepTimer.NONE);
      read(file, room);
      SourceBytes bytes = new SourceBytes(List.of(new NamedBytes(name, room.memory())));
      run.run(Item.of(facts, bytes));
    }
  }

  /// As a worker reads an object of a folder.
  private static void read(Path file, ObjectRoom room) throws IOException {
    ByteBuffer bytes = room.memory().asByteBuffer();
    ObjectLocation location = ObjectLocation.ofPath(file.toAbsolutePath());
    try (ReadableByteChannel channel =
        (ReadableByteChannel) STORE.open(location, ObjectVersion.ANY, ByteRange.ALL)) {
      while (bytes.hasRemaining()) {
        channel.read(bytes);
      }
    }
  }

  /// One array after the other, as `numpy.save` into one file does.
  private static void write(Tensor tensor, OutputStream out) {
    try {
      out.write(NpyEncoding.header(tensor));
      out.write(tensor.bytes());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
