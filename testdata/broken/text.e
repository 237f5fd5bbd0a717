This is a text.
It only claims to be a mesh.
