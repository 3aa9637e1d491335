package dev.shardline.build;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.HeaderFindings;
import dev.shardline.probe.SampleBytes;
import dev.shardline.storage.ByteRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// A format made for tests: files `*.facts` whose lines are `fact=value`.
final class HeaderTextProbe implements ContentProbe {
  @Override
  public boolean reads(String fileName) {
    return fileName.endsWith(".facts");
  }

  @Override
  public HeaderFindings readHeader(SampleBytes sample) throws IOException, MalformedDataException {
    byte[] bytes = sample.read(sample.objects().getFirst(), ByteRange.ALL);
    Map<FactName, String> facts = new EnumMap<>(FactName.class);
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new MalformedDataException(Reason.MALFORMED, "line", "fact=value", line);
      }
      String name = line.substring(0, equals).toUpperCase(Locale.ROOT).replace('-', '_');
      if (!name.equals("ID")) {
        facts.put(FactName.valueOf(name), line.substring(equals + 1));
      }
    }
    return new HeaderFindings(facts, null);
  }

  @Override
  public Fingerprint fingerprint(SampleBytes sample) throws MalformedDataException {
    throw new MalformedDataException(Reason.UNSUPPORTED, "content", "a fingerprint", "none");
  }

  @Override
  public OptionalDouble confirm(Fingerprint first, Fingerprint second) {
    return OptionalDouble.empty();
  }
}
