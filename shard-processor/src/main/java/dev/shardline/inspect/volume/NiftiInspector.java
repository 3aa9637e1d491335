package dev.shardline.inspect.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.inspect.draw.VolumeSheet;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.nifti.NiftiReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks into NIfTI-1 and NIfTI-2 files and pairs.
public final class NiftiInspector implements Inspector {
  @Override
  public String format() {
    return "NIfTI";
  }

  /// By name: a compressed file's first bytes tell only that it is compressed.
  @Override
  public boolean recognises(InspectedFile file) {
    return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(nii|hdr|img)(\\.gz)?");
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    if (extension(file).startsWith(".img")) {
      return inspect(partner(file, ".hdr"));
    }
    VolumeHeader header = NiftiReader.header(file.head());
    Volume volume = read(file);
    ObjectNode facts = VolumeFacts.of(header);
    VolumeFacts.addValues(facts, volume);
    String title = "%s  %s".formatted(file.name(), header.shape());
    return Inspection.of(header.format(), facts)
        .withDrawing(new VolumeSheet(title, volume, Map.of()))
        .withVolume(volume);
  }

  private static Volume read(InspectedFile file) throws IOException, MalformedDataException {
    NiftiReader reader = new NiftiReader(DecodePolicy.lenient());
    return extension(file).startsWith(".hdr")
        ? reader.readPair(file.bytes(), partner(file, ".img").bytes())
        : reader.read(file.bytes());
  }

  private static String extension(InspectedFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return name.substring(plain.lastIndexOf('.'));
  }

  /// The other file of a pair, compressed like this one or not.
  private static InspectedFile partner(InspectedFile file, String extension)
      throws IOException, MalformedDataException {
    String stem = file.name().substring(0, file.name().length() - extension(file).length());
    for (String name : new String[] {stem + extension, stem + extension + ".gz"}) {
      Optional<InspectedFile> partner = file.sibling(name);
      if (partner.isPresent()) {
        return partner.get();
      }
    }
    throw new MalformedDataException(
        Reason.MISSING_OBJECT, "pair", stem + extension + " beside it", "none");
  }
}
