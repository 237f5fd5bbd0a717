package dev.exodusii.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.Basis;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.FieldMetadata;
import dev.exodusii.FieldType;
import dev.exodusii.Quadrature;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Fields, bases and quadrature rules are read as they were written.
class FieldAttributesTest {

    private static final FieldMetadata VELOCITY = new FieldMetadata("velocity",
            List.of(level(FieldType.VECTOR_3D, "", "_", 3)), List.of());
    private static final FieldMetadata STRESS_AT_POINTS = new FieldMetadata("stress",
            List.of(level(FieldType.SYMMETRIC_TENSOR_33, "", "_", 6), level(FieldType.QUADRATURE, "gauss", ":", 2)),
            List.of());
    private static final FieldMetadata SPECIES = new FieldMetadata("species",
            List.of(level(FieldType.USER_DEFINED, "gases", "", 2)), List.of("h2o", "co2"));

    private static FieldMetadata.Level level(FieldType type, String typeName, String separator, long count) {
        return new FieldMetadata.Level(type, typeName, separator, OptionalLong.of(count));
    }

    private static RealView reals(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return ArrayView.contiguous(MemorySegment.ofBuffer(bytes), ElementType.DOUBLE, 0, values.length).reals();
    }

    @Test
    void fieldsBasesAndQuadraturesAreRead() throws IOException {
        Quadrature gauss = new Quadrature("gauss", 2, Optional.of(reals(-0.5, 0.5)), Optional.empty(),
                Optional.empty(), Optional.of(reals(1, 1)));
        Basis line = new Basis("line", 2, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(reals(-1, 1)), Optional.empty(), Optional.empty());
        ExodusDefinitionBuilder builder = ExodusDefinition.builder().dimension(1).nodes(2)
                .elementBlock(1, "BAR2", 1, block -> block.withMetadata(FieldAttributes.of(STRESS_AT_POINTS)));
        FieldAttributes.of(SPECIES).forEach(builder::metadata);
        FieldAttributes.of(VELOCITY).forEach(builder::nodalMetadata);
        FieldAttributes.of(gauss).forEach(builder::metadata);
        for (AttributeDefinition attribute : FieldAttributes.of(line)) {
            builder.metadata(attribute);
        }
        byte[] bytes = EveryKind.bytes(builder.build(), writer -> {
            writer.coordinates().x().put(0, 1);
            writer.elementBlock(1).connectivity().put(1, 2);
            writer.commit();
        });
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertEquals(List.of(VELOCITY), file.nodalFields());
            assertEquals(List.of(STRESS_AT_POINTS), file.entities(EntityKind.ELEMENT_BLOCK).get(0).fields());
            assertEquals(List.of(SPECIES), file.globalFields());
            assertArrayEquals(new double[] {-0.5, 0.5}, file.quadratures().getFirst().xi().orElseThrow().toArray());
            assertArrayEquals(new double[] {-1, 1}, file.bases().getFirst().xi().orElseThrow().toArray());
        }
    }
}
