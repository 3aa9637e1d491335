package dev.shardline.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// A network in memory: one float32 array in, its first output out. Safe for many threads; computes
/// with one thread a call, so that neither speed nor sums depend on who else computes.
final class LoadedModel {
  /// Where networks run.
  enum Place {
    /// On a GPU where the engine finds one, else on the CPU.
    AUTO,
    CPU,
    GPU
  }

  static {
    // The engines' loaders would otherwise look for newer files on the network, and report use.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private final ZooModel<NDList, NDList> model;

  private LoadedModel(ZooModel<NDList, NDList> model) {
    this.model = model;
  }

  /// Loads an ONNX (`.onnx`) or TorchScript (`.pt`) file.
  ///
  /// @throws UsageException if the engine for it is not on the class path, or cannot read the file
  static LoadedModel load(Path file, Place place) {
    String engine = engineOf(file);
    if (!Engine.getAllEngines().contains(engine)) {
      throw new UsageException(
          "No engine %s is on the class path for %s; put DJL's jars for it there (docs/MODELS.md)"
              .formatted(engine, file));
    }
    Criteria<NDList, NDList> criteria =
        Criteria.builder()
            .setTypes(NDList.class, NDList.class)
            .optEngine(engine)
            .optModelPath(file)
            .optDevice(device(engine, place))
            .optOption("intraOpNumThreads", "1")
            .optOption("interOpNumThreads", "1")
            .optTranslator(new NoopTranslator())
            .build();
    try {
      return new LoadedModel(criteria.loadModel());
    } catch (IOException | ModelNotFoundException | MalformedModelException e) {
      throw new UsageException("Cannot load the model %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String engineOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".onnx")) {
      return "OnnxRuntime";
    }
    if (name.endsWith(".pt")) {
      return "PyTorch";
    }
    throw new UsageException("A model is an .onnx or a .pt file, not %s".formatted(file));
  }

  private static Device device(String engine, Place place) {
    int gpus = place == Place.CPU ? 0 : Engine.getEngine(engine).getGpuCount();
    if (place == Place.GPU && gpus == 0) {
      throw new UsageException(
          "`device: gpu` is asked for, but the engine %s finds none".formatted(engine));
    }
    return gpus > 0 ? Device.gpu() : Device.cpu();
  }

  /// Runs the network on a batch.
  ///
  /// @param values in C order
  /// @param shape batch first
  /// @throws IllegalStateException if the network cannot work on an array of this shape
  ModelOutput run(float[] values, int... shape) {
    long[] extents = Arrays.stream(shape).asLongStream().toArray();
    try (NDManager manager = model.getNDManager().newSubManager();
        Predictor<NDList, NDList> predictor = model.newPredictor()) {
      NDArray input = manager.create(values, new Shape(extents));
      try (NDList outputs = predictor.predict(new NDList(input))) {
        NDArray first = outputs.getFirst();
        int[] given =
            Arrays.stream(first.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
        return new ModelOutput(first.toFloatArray(), given);
      }
    } catch (TranslateException e) {
      throw new IllegalStateException(
          "the model refuses an array of shape %s: %s"
              .formatted(Arrays.toString(shape), e.getMessage()),
          e);
    }
  }
}
